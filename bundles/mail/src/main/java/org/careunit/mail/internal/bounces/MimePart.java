package org.careunit.mail.internal.bounces;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * A mail, or a part of one.
 *
 * @param content without transfer encoding, one character a byte; empty where there are children
 * @param children the parts of a multipart; for an embedded mail, that mail alone
 */
record MimePart(MimeHeaders headers, ContentType type, String content, List<MimePart> children) {

    MimePart {
        children = List.copyOf(children);
    }

    /** Nothing of what is in it. */
    @Override
    public String toString() {
        return "MimePart[" + type.type() + ", " + children.size() + " parts]";
    }

    /** A mail inside the mail, whole or its headers alone. */
    boolean isEmbeddedMail() {
        return type.is("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers");
    }

    boolean isStatus() {
        return type.is("message/delivery-status", "message/global-delivery-status");
    }

    /** The content as text, in its character set. */
    String text() {
        return TransferDecoder.text(content, type.parameter("charset"));
    }

    /** The parts of this mail that are so, itself included, in order; those of embedded mails are not its own. */
    List<MimePart> own(Predicate<MimePart> wanted) {
        return walk(wanted, false);
    }

    /** All parts that are so, at any depth, in order. */
    List<MimePart> all(Predicate<MimePart> wanted) {
        return walk(wanted, true);
    }

    private List<MimePart> walk(Predicate<MimePart> wanted, boolean intoMails) {
        List<MimePart> found = new ArrayList<>();
        Deque<MimePart> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            MimePart part = open.pop();
            if (wanted.test(part)) {
                found.add(part);
            }
            if (intoMails || !part.isEmbeddedMail()) {
                for (int i = part.children.size() - 1; i >= 0; i--) {
                    open.push(part.children.get(i));
                }
            }
        }
        return found;
    }
}

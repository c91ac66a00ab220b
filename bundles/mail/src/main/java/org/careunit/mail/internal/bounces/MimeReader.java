package org.careunit.mail.internal.bounces;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a mail into its parts, tolerating what mail systems get wrong: bare line feeds, no end of a multipart, no
 * headers. Its work is bounded: by the size of the mail, how deep its parts are nested, and how many there are. What
 * exceeds the limits is left out and reported.
 */
final class MimeReader {

    /** So much of a mail is read. What we send has a few kilobytes, and so has what comes back of it. */
    static final int MOST_BYTES = 1 << 20;

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 300;

    private int parts;
    private boolean broken;

    /** A mail, and whether parts of it could not be read. */
    record Mail(MimePart root, boolean isBroken) {}

    /** @param bytes the mail, or its beginning */
    static Mail read(byte[] bytes) {
        MimeReader reader = new MimeReader();
        String text = new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), ISO_8859_1);
        MimePart root = reader.message(withoutEnvelope(TransferDecoder.lines(text)), 0);
        return new Mail(root, reader.broken);
    }

    /** Without blank lines and an mbox's line in front. */
    private static String withoutEnvelope(String text) {
        String mail = text.stripLeading();
        return mail.startsWith("From ")
                ? mail.substring(MimeHeaders.endOfLine(mail, 0)).stripLeading()
                : mail;
    }

    private MimePart message(String text, int depth) {
        return part(text, depth, ContentType.TEXT);
    }

    private MimePart part(String text, int depth, String usualType) {
        parts++;
        MimeHeaders headers = MimeHeaders.read(text);
        ContentType type = ContentType.of(headers.get("content-type"), usualType);
        String body = text.substring(headers.end());
        String content =
                type.isMultipart() ? body : TransferDecoder.decoded(body, headers.get("content-transfer-encoding"));
        MimePart leaf = new MimePart(headers, type, content, List.of());
        if (!type.isMultipart() && !leaf.isEmbeddedMail()) {
            return leaf;
        }
        if (depth >= DEEPEST || parts >= MOST_PARTS) {
            broken = true;
            return new MimePart(headers, type, "", List.of());
        }
        List<MimePart> children = type.isMultipart()
                ? children(content, type, depth + 1)
                : List.of(message(content.stripLeading(), depth + 1));
        return new MimePart(headers, type, children.isEmpty() ? content : "", children);
    }

    private List<MimePart> children(String body, ContentType type, int depth) {
        String boundary = type.parameter("boundary");
        List<MimePart> children = new ArrayList<>();
        if (boundary.isEmpty()) {
            broken = true;
            return children;
        }
        String usual = type.is("multipart/digest") ? "message/rfc822" : ContentType.TEXT;
        String delimiter = "--" + boundary;
        int begin = -1;
        boolean isOver = false;
        for (int at = 0; at < body.length() && !isOver && parts < MOST_PARTS; ) {
            int eol = MimeHeaders.endOfLine(body, at);
            if (body.startsWith(delimiter, at) && isDelimiter(body, at + delimiter.length(), eol)) {
                if (begin >= 0) {
                    children.add(part(body.substring(Math.min(begin, at), at), depth, usual));
                }
                begin = eol + 1;
                isOver = body.startsWith("--", at + delimiter.length());
            }
            at = eol + 1;
        }
        if (begin >= 0 && begin < body.length() && !isOver && parts < MOST_PARTS) {
            children.add(part(body.substring(begin), depth, usual));
        }
        broken |= children.isEmpty() || parts >= MOST_PARTS;
        return children;
    }

    /** Nothing but the two hyphens of the last one may follow: a boundary may begin with another's. */
    private static boolean isDelimiter(String body, int from, int eol) {
        String rest = body.substring(from, eol).strip();
        return rest.isEmpty() || rest.equals("--");
    }
}

package org.careunit.mail.internal.bounces;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Classifies a mail that came back: a report of a mail system, by RFC 3464 or in plain text, or something that looks
 * like one. Text alone is believed only with the signs of a mail system.
 */
public final class BounceReader {

    /** So much of a mail is read; what comes after it is not needed. */
    public static final int MOST_BYTES = MimeReader.MOST_BYTES;

    private static final int LONGEST_SUBJECT = 1_000;
    private static final Pattern MAIL_SYSTEM = Pattern.compile(
            "(?:^|[\\s<\"])(?:mailer-daemon|mail-daemon|postmaster|mail\\.daemon)@", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSED_ON =
            Pattern.compile("^\\s*(?:fwd?|vb|vs|wg|tr|vidarebefordrat)\\s*:", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABSENT = Pattern.compile(
            "autosvar|automatiskt svar|fr.nvarande|out of (?:the )?office|automatic reply|auto ?reply|semester"
                    + "|away from|tj.nstledig|f.r.ldraledig",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> SENT_TO = List.of(
            "delivered-to",
            "x-original-to",
            "envelope-to",
            "x-envelope-to",
            "x-delivered-to",
            "x-rcpt-to",
            "apparently-to",
            "to",
            "cc");

    private final MimePart root;
    private final boolean isBroken;
    private final String subject;

    private BounceReader(MimeReader.Mail mail) {
        this.root = mail.root();
        this.isBroken = mail.isBroken();
        this.subject = decoded(root.headers().get("subject"));
    }

    /** Reads a mail, or its beginning. */
    public static ReturnedMail read(byte[] mail) {
        return new BounceReader(MimeReader.read(mail)).read();
    }

    private ReturnedMail read() {
        List<MimePart> status = root.own(MimePart::isStatus);
        if (!root.own(part -> part.type().is("message/feedback-report")).isEmpty()) {
            return mail(ReturnedMail.Type.COMPLAINT, List.of());
        }
        if (!status.isEmpty()) {
            return report(status);
        }
        if (!root.own(part -> part.type().type().endsWith("disposition-notification"))
                .isEmpty()) {
            return mail(ReturnedMail.Type.READ_RECEIPT, List.of());
        }
        List<MimePart> nested = root.all(MimePart::isStatus);
        if (!nested.isEmpty()) {
            return isOfAMailSystem() ? report(nested) : mail(ReturnedMail.Type.FORWARDED, List.of());
        }
        return isBroken ? mail(ReturnedMail.Type.BROKEN, List.of()) : plain();
    }

    private ReturnedMail report(List<MimePart> parts) {
        List<RecipientStatus> recipients = new ArrayList<>();
        parts.forEach(part -> recipients.addAll(StatusReport.read(part).recipients()));
        return recipients.isEmpty() ? plain() : mail(ReturnedMail.Type.REPORT, recipients);
    }

    private ReturnedMail plain() {
        PlainTextReport text = PlainTextReport.read(ownText());
        boolean hasCopy =
                text.copy().isPresent() || !root.all(MimePart::isEmbeddedMail).isEmpty();
        boolean isPassedOn = PASSED_ON.matcher(subject).find();
        if (!isPassedOn && isBounce(hasCopy)) {
            List<String> failed = Addresses.in(String.join(" ", root.headers().all("x-failed-recipients")));
            return mail(ReturnedMail.Type.REPORT, List.of(text.reported(subject, failed)));
        }
        if (isAutomatic()) {
            return mail(ReturnedMail.Type.ABSENT, List.of());
        }
        return mail(isPassedOn && hasCopy ? ReturnedMail.Type.FORWARDED : ReturnedMail.Type.NO_REPORT, List.of());
    }

    private boolean isBounce(boolean hasCopy) {
        MimeHeaders headers = root.headers();
        boolean isReport = root.type().is("multipart/report")
                && root.type().parameter("report-type").endsWith("delivery-status");
        return headers.has("x-ms-exchange-message-is-ndr")
                || headers.has("x-failed-recipients")
                || isReport
                || (hasCopy && isFromAMailSystem());
    }

    private boolean isFromAMailSystem() {
        return MAIL_SYSTEM.matcher(root.headers().get("from")).find();
    }

    private boolean isOfAMailSystem() {
        MimeHeaders headers = root.headers();
        boolean hasNoSender = headers.get("return-path").replace(" ", "").equals("<>");
        return !PASSED_ON.matcher(subject).find()
                && (hasNoSender || isFromAMailSystem() || headers.has("x-ms-exchange-message-is-ndr"));
    }

    private boolean isAutomatic() {
        MimeHeaders headers = root.headers();
        String submitted = headers.get("auto-submitted").strip();
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.get("precedence").contains("auto")
                || ABSENT.matcher(subject).find();
    }

    private ReturnedMail mail(ReturnedMail.Type type, List<RecipientStatus> recipients) {
        return new ReturnedMail(type, recipients, sentTo(), List.copyOf(messageIds()));
    }

    private List<String> sentTo() {
        Set<String> addresses = new LinkedHashSet<>();
        SENT_TO.forEach(name -> root.headers().all(name).forEach(value -> addresses.addAll(Addresses.in(value))));
        return List.copyOf(addresses);
    }

    private Set<String> messageIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (MimePart embedded : root.all(MimePart::isEmbeddedMail)) {
            for (MimePart mail : embedded.children()) {
                ids.addAll(Addresses.messageIds(mail.headers().get("message-id")));
            }
        }
        for (MimePart status : root.all(MimePart::isStatus)) {
            StatusReport.read(status).messageIds().forEach(id -> ids.addAll(Addresses.messageIds(id)));
        }
        PlainTextReport.read(ownText())
                .copy()
                .ifPresent(copy -> ids.addAll(Addresses.messageIds(copy.get("message-id"))));
        ids.addAll(Addresses.messageIds(root.headers().get("in-reply-to")));
        ids.addAll(Addresses.messageIds(root.headers().get("references")));
        return ids;
    }

    /** What the mail itself says: plain text, else HTML without its tags. */
    private String ownText() {
        List<MimePart> plain = root.own(
                part -> part.type().is(ContentType.TEXT) && part.children().isEmpty());
        if (!plain.isEmpty()) {
            return joined(plain, false);
        }
        return joined(root.own(part -> part.type().is("text/html")), true);
    }

    private static String joined(List<MimePart> parts, boolean isHtml) {
        StringBuilder text = new StringBuilder();
        for (MimePart part : parts) {
            text.append(isHtml ? withoutTags(part.text()) : part.text()).append("\n\n");
        }
        return text.toString();
    }

    private static String withoutTags(String html) {
        StringBuilder text = new StringBuilder(html.length());
        boolean isTag = false;
        for (int i = 0; i < html.length(); i++) {
            char sign = html.charAt(i);
            if (sign == '<') {
                isTag = true;
                text.append(' ');
            } else if (sign == '>' && isTag) {
                isTag = false;
            } else if (!isTag) {
                text.append(sign);
            }
        }
        return text.toString();
    }

    private static String decoded(String subject) {
        String bounded = subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
        try {
            return MimeUtility.decodeText(bounded);
        } catch (UnsupportedEncodingException unknown) {
            return bounded;
        }
    }
}

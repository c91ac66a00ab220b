package org.careunit.mail.internal.bounces;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parsed bounce in plain text, as Exim, qmail and Exchange write them: its own text, and the headers of our mail that
 * it repeats. Only the text before those headers is interpreted, so that no word of our own mail is taken for the mail
 * system's.
 *
 * @param said the mail system's own words
 * @param copy our mail's headers; empty where they are not repeated
 */
record PlainTextReport(String said, Optional<MimeHeaders> copy) {

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_REASON = 2_000;

    /** A reply code in front of words, or an enhanced status. */
    private static final Pattern CODE = Pattern.compile(
            "(?<![0-9.:-])[45][0-5][0-9][ -](?=\\S)|(?<![0-9.])[45]\\.[0-7]\\.[0-9]{1,3}(?![0-9]|\\.[0-9])");

    private static final Pattern DELAY = Pattern.compile(
            "\\bdelay|not yet been delivered|no action is required|will be retried|continue to try|still trying"
                    + "|f.rdr.j|f.rsenad|fors.ker fortfarande|forts.tter att f.rs.ka",
            Pattern.CASE_INSENSITIVE);

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "PlainTextReport[" + said.length() + " characters]";
    }

    static PlainTextReport read(String whole) {
        String text = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
        for (int at = 0; at < text.length(); at = MimeHeaders.endOfLine(text, at) + 1) {
            int eol = MimeHeaders.endOfLine(text, at);
            boolean isFirst = at == 0 || text.charAt(at - 1) == '\n';
            if (isFirst && MimeHeaders.isField(text, at, eol)) {
                MimeHeaders headers = MimeHeaders.read(text.substring(at, Math.min(text.length(), at + 16_000)));
                if (isOfAMail(headers)) {
                    return new PlainTextReport(text.substring(0, at), Optional.of(headers));
                }
                at += Math.max(0, headers.end() - 1);
            }
        }
        return new PlainTextReport(text, Optional.empty());
    }

    private static boolean isOfAMail(MimeHeaders headers) {
        return headers.has("message-id") && (headers.has("from") || headers.has("subject") || headers.has("date"));
    }

    /**
     * The delivery results that it reports.
     *
     * @param failed the addresses that a header names as those that failed; its words count without a code then
     */
    RecipientStatus reported(String subject, List<String> failed) {
        List<String> addresses = failed.isEmpty() ? Addresses.in(said) : failed;
        Matcher code = CODE.matcher(said);
        if (DELAY.matcher(subject).find()
                || (!code.find() && DELAY.matcher(said).find())) {
            return new RecipientStatus(DeliveryOutcome.of(DeliveryOutcome.Kind.DELAYED), addresses);
        }
        if (code.reset().find()) {
            return new RecipientStatus(DeliveryOutcome.failed("", paragraph(code.start())), addresses);
        }
        String words = failed.isEmpty() ? "" : reason(failed.get(0));
        return new RecipientStatus(DeliveryOutcome.failed("", words), addresses);
    }

    private String paragraph(int from) {
        int end = said.indexOf("\n\n", from);
        int to = Math.min(end < 0 ? said.length() : end, from + LONGEST_REASON);
        return said.substring(from, to).replace('\n', ' ');
    }

    /** The words below the address. */
    private String reason(String address) {
        int at = said.indexOf(address);
        return at < 0
                ? ""
                : paragraph(Math.min(said.length(), at + address.length())).strip();
    }
}

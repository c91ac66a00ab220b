package org.careunit.mail.internal.answers;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server's reply, parsed.
 *
 * @param code 0 where it said nothing that is a reply
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty where there is none
 * @param words the rest in lower case, without codes, addresses and links: never kept or logged, only looked at
 * @param hasAddress whether an address was among them
 */
public record SmtpReply(int code, String status, String words, boolean hasAddress) {

    public static final SmtpReply NONE = new SmtpReply(0, "", "", false);

    private static final int LONGEST = 4000;
    private static final Pattern FORM = Pattern.compile("([2-5][0-9][0-9])(?:[ -](.*))?", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("(?:^|[\\s#(])([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?![0-9.])");
    private static final Pattern LINE_CODE = Pattern.compile("(?:^|\\s)[2-5][0-9][0-9][ -]");
    private static final Pattern LINK = Pattern.compile("\\b[a-z]{3,5}://\\S*|\\bwww\\.\\S*");
    private static final Pattern BRACKETS = Pattern.compile("<[^<>\\s]*>");

    /** A whole word, from its beginning and without stepping back, so that the time grows with length alone. */
    private static final Pattern ADDRESS = Pattern.compile("(?<!\\S)[^\\s@]*+@\\S*");

    public static SmtpReply of(String said) {
        String text = said == null ? "" : said.strip();
        Matcher form = FORM.matcher(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        if (!form.matches()) {
            return NONE;
        }
        String rest = form.group(2) == null ? "" : form.group(2);
        Matcher status = STATUS.matcher(rest);
        String found = status.find() ? status.group(1) : "";
        String lower = LINK.matcher(rest.toLowerCase(Locale.ROOT)).replaceAll(" ");
        boolean hasAddress = lower.indexOf('@') >= 0;
        String words = ADDRESS.matcher(BRACKETS.matcher(lower).replaceAll(" ")).replaceAll(" ");
        words = STATUS.matcher(LINE_CODE.matcher(words).replaceAll(" ")).replaceAll(" ");
        return new SmtpReply(
                Integer.parseInt(form.group(1)),
                found,
                words.replaceAll("[\\s_-]+", " ").strip(),
                hasAddress);
    }

    public boolean isPermanent() {
        return code >= 500;
    }

    /** The enhanced status without its class, such as {@code 1.1}; empty where there is none. */
    public String subject() {
        return status.isEmpty() ? "" : status.substring(2);
    }

    /** The codes only: the text may contain personal data. */
    @Override
    public String toString() {
        return code + (status.isEmpty() ? "" : " " + status);
    }
}

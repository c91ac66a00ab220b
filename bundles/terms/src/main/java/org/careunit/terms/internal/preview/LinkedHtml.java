package org.careunit.terms.internal.preview;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.operations.HtmlPage;

/** Converts plain text to HTML with links for https addresses and telephone numbers; everything else is escaped. */
final class LinkedHtml {

    /** An address ends before the full stop, comma or bracket that ends its sentence. */
    private static final String HTTPS = "(?<https>(?i:https)://[^\\s<>\"']{0,500}[^\\s<>\"'.,;:!?)\\]])";

    private static final String BLANK = "[ \\u00A0\\u202F]";

    private static final String DASH = "(?:" + BLANK + "?[-–‑]" + BLANK + "?|" + BLANK + ")";

    /**
     * As people write them, such as 08-123 45 67, 070 123 45 67 or +46 (0)8 123 45 67, with "tel:" before them or not;
     * short ones only with it.
     */
    private static final String TELEPHONE =
            "(?<tel>(?<![\\p{L}\\p{N}+-])(?:tel:\\d{3,6}|(?:tel:)?(?:(?:\\+\\d{2,3}" + DASH
                    + "?(?:\\(0\\)" + BLANK + "?)?\\d{1,3}" + DASH + "?|0\\d{1,3}" + DASH + ")\\d{2,3}(?:" + BLANK
                    + "?\\d{2,3}){1,3}|07\\d{8}))(?![\\p{L}\\p{N}-]|[.:,]\\d))";

    /** The fewest digits of a number with its area code. */
    private static final int SHORTEST = 8;

    private static final Pattern LINK = Pattern.compile(HTTPS + "|" + TELEPHONE);

    private LinkedHtml() {}

    static String html(String text) {
        StringBuilder html = new StringBuilder();
        int end = 0;
        for (Matcher link = LINK.matcher(text); link.find(); ) {
            boolean isTelephone = link.group("tel") != null;
            if (isTelephone && !hasEnoughDigits(link.group())) {
                continue;
            }
            int linkEnd = isTelephone ? link.end() : closed(text, link);
            String written = text.substring(link.start(), linkEnd);
            String shown = isTelephone ? written.replace("tel:", "") : written;
            html.append(HtmlPage.escaped(text.substring(end, link.start())))
                    .append("<a href=\"")
                    .append(HtmlPage.escaped(isTelephone ? telephone(shown) : written))
                    .append("\">")
                    .append(HtmlPage.escaped(shown))
                    .append("</a>");
            end = linkEnd;
        }
        return html.append(HtmlPage.escaped(text.substring(end))).toString();
    }

    private static boolean hasEnoughDigits(String number) {
        return number.startsWith("tel:")
                || number.chars().filter(Character::isDigit).count() >= SHORTEST;
    }

    /** A bracket that the address itself opened is a part of it. */
    private static int closed(String text, Matcher link) {
        boolean opened = link.group().lastIndexOf('(') > link.group().lastIndexOf(')');
        return opened && text.startsWith(")", link.end()) ? link.end() + 1 : link.end();
    }

    /** In the international form, which every telephone understands. */
    private static String telephone(String shown) {
        String digits = shown.replace("(0)", "").replaceAll("[^\\d+]", "");
        return "tel:" + (digits.startsWith("0") ? "+46" + digits.substring(1) : digits);
    }
}

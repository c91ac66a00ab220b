package org.careunit.terms.internal.preview;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.operations.HtmlPage;

/** Converts plain text to HTML with links for https addresses and telephone numbers; everything else is escaped. */
final class LinkedHtml {

    /** An address ends before the full stop, comma or bracket that ends its sentence. */
    private static final String HTTPS = "(?<https>https://[^\\s<>\"']{0,500}[^\\s<>\"'.,;:!?)\\]])";

    /** As people write them, such as 08-123 45 67 or +46 8 123 45 67, with "tel:" before them or not. */
    private static final String TELEPHONE =
            "(?<tel>(?<![\\p{L}\\p{N}-])(?:tel:)?(?:\\+46[ -]?\\d{1,3}|0\\d{1,3}-)[ -]?\\d{2,3}"
                    + "(?: ?\\d{2}){1,3}(?![\\p{N}-]))";

    private static final Pattern LINK = Pattern.compile(HTTPS + "|" + TELEPHONE);

    private LinkedHtml() {}

    static String html(String text) {
        StringBuilder html = new StringBuilder();
        int end = 0;
        for (Matcher link = LINK.matcher(text); link.find(); end = link.end()) {
            html.append(HtmlPage.escaped(text.substring(end, link.start())));
            String shown =
                    link.group("tel") == null ? link.group() : link.group().replace("tel:", "");
            html.append("<a href=\"")
                    .append(HtmlPage.escaped(link.group("tel") == null ? link.group() : telephone(shown)))
                    .append("\">")
                    .append(HtmlPage.escaped(shown))
                    .append("</a>");
        }
        return html.append(HtmlPage.escaped(text.substring(end))).toString();
    }

    /** In the international form, which every telephone understands. */
    private static String telephone(String shown) {
        String digits = shown.replaceAll("[ -]", "");
        return "tel:" + (digits.startsWith("0") ? "+46" + digits.substring(1) : digits);
    }
}

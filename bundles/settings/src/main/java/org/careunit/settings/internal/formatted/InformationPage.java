package org.careunit.settings.internal.formatted;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.operations.HtmlPage;

/** Writes a preview page of a unit's other information. */
public final class InformationPage {

    private static final String HEADING = "Övrig information";
    private static final Pattern THIRD_LEVEL = Pattern.compile("<(/?)h3>");
    private static final Pattern SECOND_LEVEL = Pattern.compile("<h2>");

    private InformationPage() {}

    /** The page, in HTML. */
    public static String of(FormattedText text) {
        HtmlPage page = HtmlPage.of(HEADING, HEADING);
        if (text.html().isBlank()) {
            return page.paragraph("Mottagningen har ingen övrig information.").html();
        }
        return page.html("<div>" + inOrder(text.html()) + "</div>").html();
    }

    /** Headings of the third level before any of the second would skip one under the page's own. */
    private static String inOrder(String html) {
        Matcher second = SECOND_LEVEL.matcher(html);
        int first = second.find() ? second.start() : html.length();
        return THIRD_LEVEL.matcher(html.substring(0, first)).replaceAll("<$1h2>") + html.substring(first);
    }
}

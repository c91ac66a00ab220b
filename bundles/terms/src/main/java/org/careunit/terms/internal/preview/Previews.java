package org.careunit.terms.internal.preview;

import java.util.List;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsPreview;
import org.careunit.operations.HtmlPage;

/** Builds the preview of terms: which points are shown at first and which are folded, and a page with them. */
public final class Previews {

    private static final int EXPLANATION = 1;
    private static final int FIRST = 3;

    private Previews() {}

    /** @param points at least one, with everything filled in */
    public static TermsPreview of(String name, List<TermsPoint> points) {
        List<String> texts = points.stream().map(TermsPoint::text).toList();
        List<String> first = texts.subList(Math.min(EXPLANATION, texts.size()), Math.min(FIRST, texts.size()));
        List<String> more = texts.subList(Math.min(FIRST, texts.size()), texts.size());
        HtmlPage page = HtmlPage.of(name + " – villkor", name);
        page.html("<p class=\"said\">" + LinkedHtml.html(texts.get(0)) + "</p>");
        if (!first.isEmpty()) {
            box(page, first, more);
        }
        return new TermsPreview(name, texts.get(0), first, more, page.html());
    }

    private static void box(HtmlPage page, List<String> first, List<String> more) {
        page.section("villkor", "Villkor");
        list(page, first);
        if (!more.isEmpty()) {
            page.html("<details>\n<summary>Visa fullständig information</summary>");
            list(page, more);
            page.html("</details>");
        }
        page.end();
    }

    private static void list(HtmlPage page, List<String> texts) {
        page.html("<ul>");
        texts.forEach(text -> page.html("<li class=\"said\">" + LinkedHtml.html(text) + "</li>"));
        page.html("</ul>");
    }
}

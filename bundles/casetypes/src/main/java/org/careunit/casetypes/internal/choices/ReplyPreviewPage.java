package org.careunit.casetypes.internal.choices;

import java.util.List;
import org.careunit.api.casetypes.ReplyPreview;
import org.careunit.api.casetypes.ReplyPreview.Shown;
import org.careunit.operations.HtmlPage;

/** Writes a preview page of reply options. */
public final class ReplyPreviewPage {

    private ReplyPreviewPage() {}

    /** @param name what the case type is called */
    public static ReplyPreview preview(String name, List<Shown> options) {
        HtmlPage page = HtmlPage.of(name + " – svarsalternativ", "Svarsalternativ för " + name);
        if (options.isEmpty()) {
            page.paragraph("Ärendetypen har inga svarsalternativ.");
        } else {
            page.paragraph("Så visas svarsalternativen för den som svarar på ett ärende.");
        }
        part(page, "fasta", "Fasta svarsalternativ", shown(options, true));
        part(page, "standard", "Standardsvar", shown(options, false));
        return new ReplyPreview(options, page.html());
    }

    private static List<Shown> shown(List<Shown> options, boolean fixed) {
        return options.stream().filter(option -> option.fixed() == fixed).toList();
    }

    private static void part(HtmlPage page, String id, String heading, List<Shown> options) {
        if (!options.isEmpty()) {
            page.section(id, heading);
            options.forEach(option -> add(page, option));
            page.end();
        }
    }

    private static void add(HtmlPage page, Shown shown) {
        page.html("<article>\n<h3>" + HtmlPage.escaped(shown.option().title()) + "</h3>")
                .html("<p class=\"kind\">" + kind(shown) + "</p>")
                .paragraph(shown.option().text())
                .html("</article>");
    }

    /** In words, so that it does not depend on colour or position. */
    private static String kind(Shown shown) {
        String whose = shown.fixed() ? "Fast svarsalternativ. " : "Standardsvar. ";
        return whose + (shown.editable() ? "Texten kan ändras i svaret." : "Texten kan inte ändras i svaret.");
    }
}

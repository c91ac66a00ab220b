package org.careunit.terms.internal.preview;

import java.util.List;
import java.util.stream.Collectors;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsPreview;

/** The place of each point, and a page of it: plain HTML without scripts, whose folded part is the browser's own. */
public final class Previews {

    private static final int EXPLANATION = 1;
    private static final int FIRST = 3;

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s – villkor</title>
            <style>
            body { color: #1a1a1a; background: #ffffff; font: 1rem/1.5 sans-serif; margin: 0 auto; max-width: 40rem; padding: 1rem; }
            li { margin: 0.5rem 0; }
            li, p { overflow-wrap: anywhere; white-space: pre-line; }
            summary { color: #00528a; cursor: pointer; padding: 0.5rem 0; text-decoration: underline; }
            summary:focus-visible { outline: 3px solid #00528a; outline-offset: 2px; }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p>%2$s</p>
            %3$s</main>
            </body>
            </html>
            """;

    private Previews() {}

    /** @param points at least one, with everything filled in */
    public static TermsPreview of(String name, List<TermsPoint> points) {
        List<String> texts = points.stream().map(TermsPoint::text).toList();
        List<String> first = texts.subList(Math.min(EXPLANATION, texts.size()), Math.min(FIRST, texts.size()));
        List<String> more = texts.subList(Math.min(FIRST, texts.size()), texts.size());
        String html = PAGE.formatted(escaped(name), escaped(texts.get(0)), box(first, more));
        return new TermsPreview(name, texts.get(0), first, more, html);
    }

    private static String box(List<String> first, List<String> more) {
        if (first.isEmpty()) {
            return "";
        }
        String folded = more.isEmpty()
                ? ""
                : "<details>\n<summary>Visa fullständig information</summary>\n" + list(more) + "</details>\n";
        return "<section aria-labelledby=\"villkor\">\n<h2 id=\"villkor\">Villkor</h2>\n" + list(first) + folded
                + "</section>\n";
    }

    private static String list(List<String> texts) {
        return texts.stream()
                .map(text -> "<li>" + escaped(text) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

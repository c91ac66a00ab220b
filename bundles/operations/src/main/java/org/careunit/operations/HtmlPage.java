package org.careunit.operations;

import java.util.List;

/**
 * Builds an HTML page for previews: in Swedish, without scripts, to WCAG 2.1 AA. All texts are escaped. Not for use by
 * several threads.
 */
public final class HtmlPage {

    private static final String SHELL =
            """
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            body { color: #1a1a1a; background: #ffffff; font: 1rem/1.5 sans-serif; }
            body { margin: 0 auto; max-width: 40rem; padding: 1rem; }
            main { overflow-wrap: anywhere; }
            h1, h2, h3 { line-height: 1.25; }
            h2, article { margin-top: 2rem; }
            h3 { margin-bottom: 0.25rem; }
            ul, ol { padding-left: 1.5rem; }
            li { margin: 0.5rem 0; }
            .said { white-space: pre-line; }
            .kind { color: #4d4d4d; margin: 0; }
            a { color: #00528a; }
            summary { color: #00528a; cursor: pointer; padding: 0.5rem 0; text-decoration: underline; }
            a:focus-visible, summary:focus-visible { outline: 3px solid #00528a; outline-offset: 2px; }
            article { border-left: 4px solid #8c8c8c; padding-left: 1rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>%2$s</h1>
            %3$s</main>
            </body>
            </html>
            """;

    private final String title;
    private final String heading;
    private final StringBuilder content = new StringBuilder();

    private HtmlPage(String title, String heading) {
        this.title = title;
        this.heading = heading;
    }

    /**
     * A page with its heading alone.
     *
     * @param title tells it from other pages
     * @param heading the only one of the first level
     */
    public static HtmlPage of(String title, String heading) {
        return new HtmlPage(title, heading);
    }

    /** Opens a part of the page under a heading of the second level; {@link #end} closes it. */
    public HtmlPage section(String id, String heading) {
        content.append("<section aria-labelledby=\"").append(id).append("\">\n");
        content.append("<h2 id=\"").append(id).append("\">").append(escaped(heading));
        return html("</h2>");
    }

    /** Closes what {@link #section} opened. */
    public HtmlPage end() {
        return html("</section>");
    }

    /** Adds text, whose lines may break. */
    public HtmlPage paragraph(String text) {
        return html("<p class=\"said\">" + escaped(text) + "</p>");
    }

    /** Adds texts as bullets. */
    public HtmlPage list(List<String> texts) {
        html("<ul>");
        texts.forEach(text -> html("<li class=\"said\">" + escaped(text) + "</li>"));
        return html("</ul>");
    }

    /** Adds sanitised HTML with headings from the second level on. */
    public HtmlPage html(String safe) {
        content.append(safe).append('\n');
        return this;
    }

    /** The page as it stands. */
    public String html() {
        return SHELL.formatted(escaped(title), escaped(heading), content);
    }

    /** Text as it stands in HTML, in an attribute too. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package org.careunit.settings.internal.formatted;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML that is safe to show: paragraphs, line breaks, bold, italics, lists, headings of the second and third level, and links
 * to https, mail and telephone. Everything else is taken out, and said, and so are links and headings without words; elements left open are
 * closed.
 *
 * @param html what may be shown and kept; never null
 * @param removed what was taken out, each once, such as {@code <script>} or {@code onclick i <a>}; never null
 */
public record FormattedText(String html, List<String> removed) {

    /** More rounds than a text needs to settle; one that does not is shown as plain text. */
    private static final int ROUNDS = 5;

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "b", "em", "i", "ul", "ol", "li", "h2", "h3", "a")
            .allowUrlProtocols("https", "mailto", "tel")
            .allowAttributes("href")
            .matching((element, attribute, value) -> hasScheme(value) ? value : null)
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();
    private static final Pattern OPENING = Pattern.compile("<(a|h2|h3)(?: [^<>]*)?>");
    private static final Pattern NO_WORDS = Pattern.compile("<[^<>]*>|&nbsp;|&#160;|[\\p{Z}\\p{C}]");
    private static final PolicyFactory PLAIN = new HtmlPolicyBuilder().toFactory();

    public FormattedText {
        removed = List.copyOf(removed);
    }

    /** Sanitises what an author wrote. Doing so again changes nothing. */
    public static FormattedText of(String source) {
        Set<String> removed = new LinkedHashSet<>();
        String html = ALLOWED.sanitize(source, new Removals(), removed).strip();
        if (source.contains("<!--")) {
            removed.add("<!-- -->");
        }
        return new FormattedText(settled(html, removed), List.copyOf(removed));
    }

    private static String settled(String html, Set<String> removed) {
        String before = html;
        for (int round = 0; round < ROUNDS; round++) {
            String after = withoutEmpty(ALLOWED.sanitize(before), removed).strip();
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return PLAIN.sanitize(before).strip();
    }

    /** A link or heading without words is nothing to see, and a riddle to whoever has the page read aloud. */
    private static String withoutEmpty(String html, Set<String> removed) {
        StringBuilder kept = new StringBuilder();
        Matcher opening = OPENING.matcher(html);
        int at = 0;
        while (opening.find(at)) {
            String end = "</" + opening.group(1) + ">";
            int close = html.indexOf(end, opening.end());
            boolean empty = close >= 0 && isEmpty(html.substring(opening.end(), close));
            kept.append(html, at, empty ? opening.start() : opening.end());
            at = empty ? close + end.length() : opening.end();
            if (empty) {
                removed.add("<" + opening.group(1) + "> utan text");
            }
        }
        return kept.append(html.substring(at)).toString();
    }

    private static boolean isEmpty(String content) {
        return NO_WORDS.matcher(content).replaceAll("").isEmpty();
    }

    /** A link without a scheme would lead to somewhere on the host's own pages. */
    private static boolean hasScheme(String href) {
        return href.regionMatches(true, 0, "https://", 0, 8)
                || href.regionMatches(true, 0, "mailto:", 0, 7)
                || href.regionMatches(true, 0, "tel:", 0, 4);
    }

    private static final class Removals implements HtmlChangeListener<Set<String>> {

        @Override
        public void discardedTag(Set<String> removed, String element) {
            removed.add("<" + element + ">");
        }

        @Override
        public void discardedAttributes(Set<String> removed, String element, String... attributes) {
            for (String attribute : attributes) {
                if (!attribute.equals("rel")) { // ours replaces it
                    removed.add(attribute + " i <" + element + ">");
                }
            }
        }
    }
}

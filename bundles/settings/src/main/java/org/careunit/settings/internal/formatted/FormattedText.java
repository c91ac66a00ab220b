package org.careunit.settings.internal.formatted;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML that is safe to show: paragraphs, line breaks, bold, italics, lists, headings of the second and third level, and
 * links to https, mail and telephone. Everything else is removed and reported, and so are links and headings without
 * words; open elements are closed, and lists contain only items, so that the result is valid HTML.
 *
 * @param html what may be shown and kept; never null
 * @param removed what was taken out, each once, such as {@code <script>} or {@code onclick i <a>}; never null
 */
public record FormattedText(String html, List<String> removed) {

    /** Maximum of sanitising rounds; a text that is still changing after them is shown as plain text. */
    private static final int ROUNDS = 5;

    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "br", "strong", "b", "em", "i", "ul", "ol", "li", "h2", "h3", "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "https", "mailto", "tel")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer");
    private static final Pattern NO_WORDS = Pattern.compile("[\\p{Z}\\p{C}]*");

    public FormattedText {
        removed = List.copyOf(removed);
    }

    /** Sanitises what an author wrote. Doing so again changes nothing. */
    public static FormattedText of(String source) {
        RecordingSafelist cleaning = new RecordingSafelist();
        if (source.contains("<!--")) {
            cleaning.removed.add("<!-- -->");
        }
        return new FormattedText(settled(source, cleaning), List.copyOf(cleaning.removed));
    }

    /** Removing elements can change how the rest is parsed, so sanitising is repeated until the result is stable. */
    private static String settled(String source, RecordingSafelist cleaning) {
        String before = source;
        for (int round = 0; round < ROUNDS; round++) {
            String after = cleaning.clean(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return Entities.escape(Jsoup.parseBodyFragment(before).text());
    }

    /** Removes what is not allowed, and records it. */
    private static final class RecordingSafelist extends Safelist {

        private final Set<String> removed = new LinkedHashSet<>();

        RecordingSafelist() {
            super(ALLOWED);
        }

        String clean(String html) {
            Document document = new Cleaner(this).clean(Jsoup.parseBodyFragment(html));
            document.outputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);
            document.select("a:not([href])").unwrap();
            document.select("a, h2, h3").forEach(this::withoutWords);
            ValidHtml.repair(document.body());
            return document.body().html().strip();
        }

        /** A link or heading without words is invisible, and confusing in a screen reader. */
        private void withoutWords(Element element) {
            if (NO_WORDS.matcher(element.wholeText()).matches()) {
                element.remove();
                removed.add("<" + element.normalName() + "> utan text");
            }
        }

        @Override
        public boolean isSafeTag(String tag) {
            boolean safe = super.isSafeTag(tag);
            if (!safe && !tag.equals("body")) { // the page it is read in is not the author's
                removed.add("<" + tag + ">");
            }
            return safe;
        }

        @Override
        public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
            boolean safe = super.isSafeAttribute(tag, element, attribute);
            if (!safe && !attribute.getKey().equals("rel")) { // ours replaces it
                removed.add(attribute.getKey() + " i <" + tag + ">");
            }
            return safe;
        }
    }
}

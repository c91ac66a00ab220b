package org.careunit.api.settings;

import java.util.List;
import java.util.Objects;

/**
 * Formatted text as it would be stored and shown.
 *
 * @param html what is left, safe to show; never null
 * @param removed what was taken out, each once, such as {@code <script>} or {@code onclick i <a>}; never null
 * @param page what is left as a page of its own, in Swedish, that keeps to WCAG 2.1 AA: its headings follow the page's
 *     without a gap; without scripts; never null
 */
public record PreviewedText(String html, List<String> removed, String page) {

    public PreviewedText {
        Objects.requireNonNull(html, "html");
        removed = List.copyOf(removed);
        Objects.requireNonNull(page, "page");
    }
}

package org.careunit.api.settings;

import java.util.List;
import java.util.Objects;

/**
 * Formatted text as it would be kept and shown.
 *
 * @param html what is left, safe to show; never null
 * @param removed what was taken out, each once, such as {@code <script>} or {@code onclick i <a>}; never null
 */
public record PreviewedText(String html, List<String> removed) {

    public PreviewedText {
        Objects.requireNonNull(html, "html");
        removed = List.copyOf(removed);
    }
}

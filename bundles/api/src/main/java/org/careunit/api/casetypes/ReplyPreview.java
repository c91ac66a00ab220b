package org.careunit.api.casetypes;

import java.util.List;
import java.util.Objects;

/**
 * What staff will see when they answer a case of a type: the fixed reply options first, then the unit's own.
 *
 * @param options never null
 * @param html the same as a page of its own, in Swedish, that keeps to WCAG 2.1 AA; says of each option in words which
 *     kind it is and whether it is editable; without scripts, and with whatever the texts hold escaped; never null
 */
public record ReplyPreview(List<Shown> options, String html) {

    public ReplyPreview {
        Objects.requireNonNull(html, "html");
        options = List.copyOf(options);
    }

    /**
     * One reply option.
     *
     * @param option never null
     * @param fixed whether it is the same everywhere, and not the unit's own
     * @param editable whether staff may change its text in an answer; never so for a fixed one
     */
    public record Shown(ReplyOption option, boolean fixed, boolean editable) {
        public Shown {
            Objects.requireNonNull(option, "option");
        }
    }
}

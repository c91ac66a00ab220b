package org.careunit.api.casetypes;

import java.util.List;

/**
 * What staff will see when they answer a case of a type: the fixed reply options first, then the unit's own.
 *
 * @param options never null
 */
public record ReplyPreview(List<Shown> options) {

    public ReplyPreview {
        options = List.copyOf(options);
    }

    /**
     * One reply option.
     *
     * @param option never null
     * @param fixed whether it is the same everywhere, and not the unit's own
     * @param editable whether staff may change its text in an answer; never so for a fixed one
     */
    public record Shown(ReplyOption option, boolean fixed, boolean editable) {}
}

package org.careunit.api.casetypes;

import org.careunit.api.failure.Problems;

/**
 * What staff choose from when they answer ("svarsalternativ").
 *
 * @param title what they choose by, one line of at most 100 characters; never blank
 * @param text what stands in the answer then, at most 4000 characters; never blank
 */
public record ReplyOption(String title, String text) {

    /** @throws org.careunit.api.failure.RefusedException if a text is blank or too long */
    public ReplyOption {
        Problems problems = new Problems();
        title = Limits.line(problems, "title", title, 100);
        text = Limits.text(problems, "text", text, 4000);
        problems.refuse();
    }
}

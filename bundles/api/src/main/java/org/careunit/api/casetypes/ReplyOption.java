package org.careunit.api.casetypes;

/**
 * What staff choose from when they answer ("svarsalternativ").
 *
 * @param title what they choose by, one line of at most 100 characters; never blank
 * @param text what stands in the answer then, at most 4000 characters; never blank
 */
public record ReplyOption(String title, String text) {

    /** @throws org.careunit.api.failure.RefusedException if a text is blank or too long */
    public ReplyOption {
        title = Limits.line("title", title, 100);
        text = Limits.text("text", text, 4000);
    }
}

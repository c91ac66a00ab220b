package org.careunit.api.settings;

import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;

/**
 * Section: other information for residents ("övrig information"), as formatted text, which the service sanitises.
 *
 * @param text HTML, at most {@value #LONGEST} characters; never null, may be blank
 */
public record OtherInformation(String text) implements Section {

    public static final int LONGEST = 10_000;

    /** The default: nothing. */
    public static final OtherInformation NONE = new OtherInformation("");

    /** @throws RefusedException if the text is too long or has control characters */
    public OtherInformation {
        Problems problems = new Problems();
        text = SectionRules.text(problems, "text", text, LONGEST);
        problems.refuse();
    }
}

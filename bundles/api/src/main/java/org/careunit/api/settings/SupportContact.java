package org.careunit.api.settings;

import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;

/**
 * Whom units of the region turn to.
 *
 * @param name who, in Swedish; never null, blank until the region has said
 * @param contact how to reach them: a telephone number, an address or a link, as text; never null
 */
public record SupportContact(String name, String contact) implements RegionSection {

    /** The default. */
    public static final SupportContact NONE = new SupportContact("", "");

    /** @throws RefusedException if a text is longer than 200 characters or not one line */
    public SupportContact {
        Problems problems = new Problems();
        name = SectionRules.line(problems, "name", name, 200);
        contact = SectionRules.line(problems, "contact", contact, 200);
        problems.refuse();
    }

    /** Nothing of it: it may be a person's name and number. */
    @Override
    public String toString() {
        return "(support contact)";
    }
}

package org.careunit.api.settings;

import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;

/**
 * When staff are reminded of a case that nobody has handled. The number should be that of the longest handling time of
 * the unit's active case types; where it is not, the check says so, and nothing is refused.
 *
 * @param on whether they are
 * @param workingDays after how many working days, counted from the day after the case came in: 1 to {@value #MOST};
 *     also what each case's clock runs on
 */
public record StaffReminder(boolean on, int workingDays) implements Section {

    /** What the guide recommends. */
    public static final int RECOMMENDED = 3;

    public static final int MOST = 250;

    /** The default: after the recommended number. */
    public static final StaffReminder DEFAULT = new StaffReminder(true, RECOMMENDED);

    /** @throws RefusedException if the number is out of its range */
    public StaffReminder {
        Problems problems = new Problems();
        SectionRules.between(problems, "workingDays", workingDays, 1, MOST);
        problems.refuse();
    }
}

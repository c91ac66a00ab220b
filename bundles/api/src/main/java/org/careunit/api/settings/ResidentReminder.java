package org.careunit.api.settings;

import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;

/**
 * When residents are reminded, once, of an answer they have not read.
 *
 * @param on whether they are
 * @param calendarDays after how many calendar days: 1 to {@value #MOST}
 */
public record ResidentReminder(boolean on, int calendarDays) implements Section {

    /** What the guide recommends. */
    public static final int RECOMMENDED = 3;

    public static final int MOST = 365;

    /** The default: after the recommended number. */
    public static final ResidentReminder DEFAULT = new ResidentReminder(true, RECOMMENDED);

    /** @throws RefusedException if the number is out of its range */
    public ResidentReminder {
        Problems problems = new Problems();
        SectionRules.between(problems, "calendarDays", calendarDays, 1, MOST);
        problems.refuse();
    }
}

package org.careunit.terms.internal.check;

import java.util.List;
import java.util.OptionalInt;
import org.careunit.api.terms.CheckRules;

/**
 * Facts that terms are checked against.
 *
 * @param handlingDays the promised handling time in working days; empty while there is none
 * @param firstReplyDays the first-reply promise in working days; empty if there is none
 * @param longestDays the longest handling time of the unit's active types and this one; empty while none has any
 * @param reminderDays after how many working days staff are reminded; empty if they are not
 * @param cancelHours how many hours before a visit it may still be cancelled: one number, or both of the region's where
 *     nobody knows the care level; empty where the region has said none
 * @param rules the region's
 * @param intended the intended findings
 */
public record CheckContext(
        OptionalInt handlingDays,
        OptionalInt firstReplyDays,
        OptionalInt longestDays,
        OptionalInt reminderDays,
        List<Integer> cancelHours,
        CheckRules rules,
        IntendedFindings intended) {

    public CheckContext {
        cancelHours = List.copyOf(cancelHours);
    }

    /** Without intended findings. */
    public CheckContext(
            OptionalInt handlingDays,
            OptionalInt firstReplyDays,
            OptionalInt longestDays,
            OptionalInt reminderDays,
            List<Integer> cancelHours,
            CheckRules rules) {
        this(handlingDays, firstReplyDays, longestDays, reminderDays, cancelHours, rules, IntendedFindings.NONE);
    }

    public CheckContext with(IntendedFindings answers) {
        return new CheckContext(handlingDays, firstReplyDays, longestDays, reminderDays, cancelHours, rules, answers);
    }
}

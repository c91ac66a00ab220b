package org.careunit.terms.internal.check;

import java.util.List;
import java.util.OptionalInt;
import org.careunit.api.terms.CheckRules;

/**
 * What terms are held against.
 *
 * @param handlingDays the promised handling time in working days; empty while there is none
 * @param firstReplyDays the first-reply promise in working days; empty if there is none
 * @param longestDays the longest handling time of the unit's active types and this one; empty while none has any
 * @param reminderDays after how many working days staff are reminded; empty if they are not
 * @param cancelHours how many hours before a visit it may still be cancelled: one number, or both of the region's where
 *     nobody knows the care level; empty where the region has said none
 * @param rules the region's
 */
public record CheckContext(
        OptionalInt handlingDays,
        OptionalInt firstReplyDays,
        OptionalInt longestDays,
        OptionalInt reminderDays,
        List<Integer> cancelHours,
        CheckRules rules) {

    public CheckContext {
        cancelHours = List.copyOf(cancelHours);
    }
}

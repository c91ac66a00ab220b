package org.careunit.finding.internal.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.careunit.api.settings.CatchmentArea.Rule;
import org.careunit.api.time.SwedishTime;

/** Calculates the ages of residents. */
public final class Ages {

    private Ages() {}

    public static LocalDate day(Instant at) {
        return at.atZone(SwedishTime.ZONE).toLocalDate();
    }

    /**
     * The age in whole years on a day, from the birthday on; who was born on 29 February has it on 1 March in other
     * years. Ages above the highest of any rule count as that; it is below 0 before birth.
     */
    public static int on(LocalDate birthDate, LocalDate day) {
        if (birthDate.isAfter(day)) {
            return -1;
        }
        return (int) Math.min(Rule.OLDEST, ChronoUnit.YEARS.between(birthDate, day));
    }

    public static int from(Rule rule) {
        return rule.fromAge().orElse(0);
    }

    public static int to(Rule rule) {
        return rule.toAge().orElse(Rule.OLDEST);
    }
}

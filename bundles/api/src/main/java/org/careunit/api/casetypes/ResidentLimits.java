package org.careunit.api.casetypes;

import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.Sex;

/**
 * Which residents of the catchment area may send cases of a type.
 *
 * @param fromAge the lowest age in years, 0 to {@value #OLDEST}; empty for no lower end; never null
 * @param toAge the highest age in years, itself included; empty for no upper end; never null
 * @param sex empty for everybody; never null
 * @param namedOnly whether only residents may whom the unit has named for the type
 */
public record ResidentLimits(OptionalInt fromAge, OptionalInt toAge, Optional<Sex> sex, boolean namedOnly) {

    public static final int OLDEST = 150;

    /** Everybody may. */
    public static final ResidentLimits NONE =
            new ResidentLimits(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), false);

    /** @throws RefusedException if an age is out of its range, or the lowest above the highest */
    public ResidentLimits {
        fromAge = fromAge == null ? OptionalInt.empty() : fromAge;
        toAge = toAge == null ? OptionalInt.empty() : toAge;
        sex = sex == null ? Optional.empty() : sex;
        Problems problems = new Problems();
        boolean isFrom = isAge(problems, "fromAge", fromAge);
        boolean isTo = isAge(problems, "toAge", toAge);
        if (isFrom && isTo && fromAge.isPresent() && toAge.isPresent() && fromAge.getAsInt() > toAge.getAsInt()) {
            problems.add(ValueProblem.AGES.at("fromAge", fromAge.getAsInt(), toAge.getAsInt()));
        }
        problems.refuse();
    }

    private static boolean isAge(Problems problems, String name, OptionalInt age) {
        return age.isEmpty() || Limits.isBetween(problems, name, age.getAsInt(), 0, OLDEST);
    }
}

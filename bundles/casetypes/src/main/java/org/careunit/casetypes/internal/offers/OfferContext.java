package org.careunit.casetypes.internal.offers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.ResidentLimits;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.time.SwedishTime;

/**
 * Input of an offer, beside the case types.
 *
 * @param ofUnit what closes the unit as a whole
 * @param namedFor the types that the resident is named for
 * @param received how many cases of each type the unit has received on the day
 */
public record OfferContext(
        List<Closed> ofUnit, Person person, Set<CaseTypeKey> namedFor, Day day, Map<CaseTypeKey, Long> received) {

    /** Facts about the resident that limits use; the age is -1 before birth. */
    public record Person(int age, Optional<Sex> sex) {}

    /** An instant, and what the unit has decided about when it takes cases. */
    public record Day(Instant at, Pauses pauses, SendingHours hours, DailyCaps caps) {}

    /** Who was born on 29 February has their birthday on 1 March in other years. */
    public static Person person(LocalDate birthDate, Optional<Sex> sex, Instant at) {
        LocalDate day = at.atZone(SwedishTime.ZONE).toLocalDate();
        int age = birthDate.isAfter(day)
                ? -1
                : (int) Math.min(ResidentLimits.OLDEST, ChronoUnit.YEARS.between(birthDate, day));
        return new Person(age, sex);
    }

    /** @param type empty for what is said of all types together */
    public boolean isCapReached(Optional<CaseTypeKey> type) {
        if (received.isEmpty()) {
            return false;
        }
        long all = received.values().stream().mapToLong(Long::longValue).sum();
        boolean isOwnReached = type.isPresent() && isOwnReached(type.get());
        boolean isUnitsReached =
                day.caps().unit().isPresent() && all >= day.caps().unit().getAsInt();
        return isOwnReached || isUnitsReached;
    }

    private boolean isOwnReached(CaseTypeKey type) {
        OptionalInt cap = day.caps().of(type);
        return cap.isPresent() && received.getOrDefault(type, 0L) >= cap.getAsInt();
    }
}

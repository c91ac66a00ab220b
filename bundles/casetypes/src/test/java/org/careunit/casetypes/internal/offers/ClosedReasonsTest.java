package org.careunit.casetypes.internal.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offer.Reason;
import org.careunit.api.casetypes.ResidentLimits;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Pauses.Pause;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.units.CareUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedReasonsTest {

    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");

    /** A Tuesday, ten o'clock in Sweden. */
    private static final Instant TEN = Instant.parse("2026-11-24T09:00:00Z");

    /**
     * Each single circumstance may close the type or not; the oracle is the list of those that do, in the order of
     * reasons.
     */
    @Property(tries = 500)
    void allReasonsAreGivenInTheirOrder(
            @ForAll CareUnit.State state, @ForAll @IntRange(min = 0, max = 255) int circumstances) {
        boolean[] closes = new boolean[8];
        for (int bit = 0; bit < closes.length; bit++) {
            closes[bit] = (circumstances >> bit & 1) == 1;
        }
        ResidentLimits limits = new ResidentLimits(
                OptionalInt.of(closes[1] ? 41 : 40),
                OptionalInt.of(60),
                Optional.of(closes[2] ? Sex.MALE : Sex.FEMALE),
                true);

        assertThat(reasons(limits, !closes[7], situation(state, closes))).isEqualTo(expected(state, closes));
    }

    /** What names no type is looked at once for all of them; the same as for one that nothing names. */
    @Property(tries = 100)
    void whatClosesAnyTypeClosesOneOfWhichNothingElseIsSaid(
            @ForAll CareUnit.State state, @ForAll boolean hidden, @ForAll boolean outside, @ForAll boolean full) {
        OfferContext situation = situation(state, hidden, true, true, true, true, outside, full, true);
        assertThat(ClosedReasons.ofAny(situation))
                .isEqualTo(ClosedReasons.of(new CaseTypeKey("fornya-recept"), ResidentLimits.NONE, true, situation));
    }

    private static List<Reason> expected(CareUnit.State state, boolean... closes) {
        Reason[] byCircumstance = {
            Reason.AGE, Reason.SEX, Reason.NOT_NAMED, Reason.PAUSED, Reason.OUTSIDE_HOURS, Reason.CAP_REACHED
        };
        List<Reason> expected = new ArrayList<>();
        if (state != CareUnit.State.OPEN) {
            expected.add(state == CareUnit.State.CLOSING ? Reason.UNIT_CLOSING : Reason.UNIT_NOT_OPEN);
        }
        if (state == CareUnit.State.OPEN && closes[0]) {
            expected.add(Reason.CATCHMENT);
        }
        if (closes[7]) {
            expected.add(Reason.NOT_READY);
        }
        for (int place = 1; place <= byCircumstance.length; place++) {
            if (closes[place]) {
                expected.add(byCircumstance[place - 1]);
            }
        }
        return expected;
    }

    private static OfferContext situation(CareUnit.State state, boolean... closes) {
        Pauses pauses = closes[4]
                ? new Pauses(List.of(new Pause(
                        Optional.of(new CaseTypeKey("boka-tid")),
                        "Vi har semester.",
                        "Semester",
                        TEN,
                        Optional.of(TEN.plusSeconds(60)))))
                : Pauses.NONE;
        SendingHours hours =
                new SendingHours(List.of(HoursSpan.of(closes[5] ? "1-5#11:00#12:00" : "2#10:00#11:00")), null);
        return new OfferContext(
                ClosedReasons.ofUnit(state, closes[0] ? List.of("Du bor utanför mottagningens område.") : List.of()),
                new OfferContext.Person(40, Optional.of(Sex.FEMALE)),
                closes[3] ? Set.of() : Set.of(BOOK),
                new OfferContext.Day(
                        TEN, pauses, hours, new DailyCaps(OptionalInt.of(9), Map.of(new CaseTypeKey("boka-tid"), 5))),
                Map.of(BOOK, closes[6] ? 5L : 4L, new CaseTypeKey("radgivning"), 4L));
    }

    private static List<Reason> reasons(ResidentLimits limits, boolean ready, OfferContext situation) {
        return ClosedReasons.of(BOOK, limits, ready, situation).stream()
                .map(Closed::reason)
                .toList();
    }

    @Test
    void aPauseSaysWhenItEndsInSwedishTime() {
        OfferContext paused = situation(CareUnit.State.OPEN, false, false, false, false, true, false, false);
        assertThat(ClosedReasons.of(BOOK, ResidentLimits.NONE, true, paused))
                .extracting(Closed::text)
                .containsExactly("Vi har semester. Du kan skicka igen från den 24 november 2026 klockan 10.01.");
    }

    @Test
    void closedHoursSayWhichTheyAreAndWhenTheNextBegin() {
        OfferContext closed = situation(CareUnit.State.OPEN, false, false, false, false, false, true, false);
        assertThat(ClosedReasons.of(BOOK, ResidentLimits.NONE, true, closed))
                .extracting(Closed::text)
                .containsExactly("Du kan skicka det här ärendet måndag–fredag 11–12."
                        + " Nästa gång är den 24 november 2026 klockan 11.");
    }

    @ParameterizedTest
    @CsvSource({
        "2000-02-29,2001-02-28T12:00:00Z,0",
        "2000-02-29,2001-02-28T23:30:00Z,1",
        "2000-02-29,2001-03-01T12:00:00Z,1",
        "2000-06-02,2018-06-01T21:59:59Z,17",
        "2000-06-02,2018-06-01T22:00:00Z,18",
        "2030-01-01,2026-01-01T12:00:00Z,-1",
        "1800-01-01,2026-01-01T12:00:00Z,150"
    })
    void anAgeChangesAtMidnightInSwedenOnTheBirthday(LocalDate birth, Instant at, int age) {
        assertThat(OfferContext.person(birth, Optional.of(Sex.FEMALE), at).age())
                .isEqualTo(age);
    }
}

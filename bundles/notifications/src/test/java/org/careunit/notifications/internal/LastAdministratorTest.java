package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.identity.StaffId;
import org.junit.jupiter.api.Test;

class LastAdministratorTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(3600);
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Optional<Instant> NO_END = Optional.empty();

    @Test
    void theLossIsWhenTheLastOfThemEnded() {
        assertThat(lostAt(place(until(EARLIER), false, NO_END), place(until(NOW), false, NO_END)))
                .contains(NOW);
        assertThat(lostAt(place(GrantPeriod.ALWAYS, false, Optional.of(EARLIER))))
                .contains(EARLIER);
        assertThat(lostAt(place(until(NOW), false, Optional.of(EARLIER)))).contains(EARLIER);
    }

    @Test
    void whileOneAdministersNothingIsLost() {
        assertThat(lostAt(place(until(EARLIER), false, NO_END), place(until(LATER), false, NO_END)))
                .isEmpty();
    }

    @Test
    void whoIsLockedOrBeginsLaterDoesNotCount() {
        assertThat(lostAt(place(until(EARLIER), false, NO_END), place(GrantPeriod.ALWAYS, true, NO_END)))
                .contains(EARLIER);
        assertThat(lostAt(
                        place(until(EARLIER), false, NO_END),
                        place(new GrantPeriod(Optional.of(LATER), NO_END), false, NO_END)))
                .contains(EARLIER);
    }

    @Test
    void whoNeverHadAnAdministratorHasLostNone() {
        assertThat(lostAt()).isEmpty();
        StaffAtUnit receiver = new StaffAtUnit(
                new StaffId("SE1111111111-A"),
                Events.UNIT,
                Map.of(Permission.CASE_RECEIVER, until(EARLIER)),
                false,
                NO_END);
        assertThat(lostAt(receiver)).isEmpty();
        assertThat(lostAt(place(new GrantPeriod(Optional.of(LATER), NO_END), false, Optional.of(EARLIER))))
                .isEmpty();
    }

    private static Optional<Instant> lostAt(StaffAtUnit... list) {
        return LastAdministrator.lostAt(List.of(list), NOW);
    }

    private static GrantPeriod until(Instant end) {
        return new GrantPeriod(Optional.empty(), Optional.of(end));
    }

    private static StaffAtUnit place(GrantPeriod period, boolean locked, Optional<Instant> employedUntil) {
        return new StaffAtUnit(
                new StaffId("SE1111111111-A"),
                Events.UNIT,
                Map.of(Permission.UNIT_ADMINISTRATOR, period),
                locked,
                employedUntil);
    }
}

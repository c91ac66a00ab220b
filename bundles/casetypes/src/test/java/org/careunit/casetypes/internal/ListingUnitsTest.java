package org.careunit.casetypes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.junit.jupiter.api.Test;

class ListingUnitsTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");

    private final Deque<Runnable> background = new ArrayDeque<>();
    private long now;
    private int asked;
    private boolean says = true;
    private boolean away;
    private final ListingUnits units = new ListingUnits(this::ask, background::add, () -> now);

    private boolean ask(HsaId unit) {
        asked++;
        if (away) {
            throw new UnavailableException("not now");
        }
        return says;
    }

    @Test
    void afterTheFirstQuestionNobodyWaitsForAnAnswer() {
        assertThat(units.contains(UNIT)).isTrue();
        says = false;
        now += Duration.ofMinutes(11).toNanos();
        assertThat(units.contains(UNIT)).isTrue();
        assertThat(units.contains(UNIT)).isTrue();
        assertThat(asked).isEqualTo(1);
        assertThat(background).as("one question for all who ask meanwhile").hasSize(1);
        background.remove().run();
        assertThat(units.contains(UNIT)).isFalse();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatWasAnsweredHoldsOnWhileNobodyAnswers() {
        units.contains(UNIT);
        away = true;
        now += Duration.ofMinutes(11).toNanos();
        units.contains(UNIT);
        background.remove().run();
        assertThat(units.contains(UNIT)).isTrue();
        now += Duration.ofMinutes(11).toNanos();
        units.contains(UNIT);
        assertThat(background).as("asked again ten minutes later").hasSize(1);
    }
}

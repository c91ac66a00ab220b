package org.careunit.api.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.time.SwedishTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers name in numbers and times ends in a refusal where it cannot be meant. */
class CallersLimitsTest {

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001, Integer.MAX_VALUE})
    void aLimitIsOneOrMore(int limit) {
        assertThatThrownBy(() -> Problems.limit(limit)).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.code()).isEqualTo("value.range");
            assertThat(refused.problems().get(0).path()).isEqualTo("limit");
        });
    }

    @Test
    void aLimitThatCanBeMeantPasses() {
        assertThat(Problems.limit(1)).isEqualTo(1);
        assertThat(Problems.limit(1_000_000)).isEqualTo(1_000_000);
    }

    @Test
    void anInstantOfAnotherAgeIsRefused() {
        Instant[] far = {
            Instant.MIN, Instant.MAX, Instant.parse("1899-12-31T22:00:00Z"), Instant.parse("+10000-01-01T12:00:00Z")
        };
        for (Instant instant : far) {
            assertThatThrownBy(() -> SwedishTime.within("at", instant))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo("value.year"));
        }
        Instant[] near = {Instant.parse("1900-01-01T12:00:00Z"), Instant.EPOCH, Instant.parse("9999-12-31T12:00:00Z")};
        for (Instant instant : near) {
            assertThat(SwedishTime.within("at", instant)).isEqualTo(instant);
        }
    }

    @Test
    void neitherAPlannedCaseNorAChoiceOfMessagesIsOfAnotherAge() {
        CaseTypeKey type = new CaseTypeKey("kontakta-mig");
        assertRefused("receivedAt", () -> new PlannedCase(type, Instant.MAX, List.of()));
        assertRefused("at", () -> new PlannedCase.Step(new CaseChange.Answered(), Instant.MIN));
        assertRefused("from", () -> FailedMessages.ALL.withFrom(Optional.of(Instant.MIN)));
        assertRefused("until", () -> FailedMessages.ALL.withUntil(Optional.of(Instant.MAX)));
    }

    private static void assertRefused(String path, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.code()).isEqualTo("value.year");
            assertThat(refused.problems().get(0).path()).isEqualTo(path);
        });
    }
}

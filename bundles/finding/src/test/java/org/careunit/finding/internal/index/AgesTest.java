package org.careunit.finding.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgesTest {

    @Test
    void aBirthdayCountsFromItsFirstMinuteInStockholm() {
        LocalDate born = LocalDate.of(1890, 7, 1);
        assertThat(Ages.on(born, Ages.day(Instant.parse("1910-06-30T22:59:59Z"))))
                .isEqualTo(19);
        assertThat(Ages.on(born, Ages.day(Instant.parse("1910-06-30T23:00:00Z"))))
                .isEqualTo(20);
    }

    @Test
    void theTwentyNinthOfFebruaryIsTheFirstOfMarchInOtherYears() {
        LocalDate born = LocalDate.of(1896, 2, 29);
        assertThat(Ages.on(born, LocalDate.of(1897, 2, 28))).isZero();
        assertThat(Ages.on(born, LocalDate.of(1897, 3, 1))).isEqualTo(1);
        assertThat(Ages.on(born, LocalDate.of(1904, 2, 28))).isEqualTo(7);
        assertThat(Ages.on(born, LocalDate.of(1904, 2, 29))).isEqualTo(8);
    }

    @Test
    void theNewbornIsNoughtTheOldestIsAsOldAsARuleCanSayAndTheUnbornIsBelow() {
        LocalDate born = LocalDate.of(1850, 1, 1);
        assertThat(Ages.on(born, born)).isZero();
        assertThat(Ages.on(born, born.minusDays(1))).isNegative();
        assertThat(Ages.on(born, LocalDate.of(1955, 1, 1))).isEqualTo(105);
        assertThat(Ages.on(born, LocalDate.of(2026, 1, 1))).isEqualTo(150);
    }
}

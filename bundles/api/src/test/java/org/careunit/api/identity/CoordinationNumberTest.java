package org.careunit.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinationNumberTest {

    @ParameterizedTest
    @CsvSource({"191212121212, false", "198107312391, false", "197010632391, true", "197000600001, true"})
    void theDayTellsWhichKindANumberIs(String number, boolean isCoordinationNumber) {
        assertThat(new PersonNumber(number).isCoordinationNumber()).isEqualTo(isCoordinationNumber);
    }
}

package org.careunit.settings.internal.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;

/** With numbers that PTS keeps free for fiction: 08-465 004 00 to 499 and 070-1740605 to 699. */
class TelephoneTest {

    @Test
    void swedishFormsAreOneNumber() {
        for (String written : List.of("08-465 004 00", "+46846500400", "0046 8 465 004 00", " +46 (0)8-465 004 00 ")) {
            assertThat(Telephone.of(written).e164()).isEqualTo("+46846500400");
        }
    }

    @Test
    void numbersAreShownAsTheyAreWrittenInSweden() {
        assertThat(Telephone.of("+46846500400").shown()).isEqualTo("08-465 004 00");
        assertThat(Telephone.of("+46701740605").shown()).startsWith("070-174");
        assertThat(Telephone.of("+4722123456").shown()).startsWith("+47 ");
    }

    @Test
    void whatIsKeptIsReadAgain() {
        for (String written : List.of("08-465 004 00", "0701740605", "+4722123456")) {
            Telephone number = Telephone.of(written);
            assertThat(Telephone.of(number.e164())).isEqualTo(number);
            assertThat(Telephone.of(number.shown())).isEqualTo(number);
        }
    }

    @Test
    void noNumberIsRefusedWithoutRepeatingIt() {
        for (String wrong : List.of("", "12", "växeln", "0800", "+46846500400 ext. 7", "99999999999999999")) {
            assertThatThrownBy(() -> Telephone.of(wrong))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("telephone: ")
                    .hasMessageNotContaining("99999");
        }
    }

    @Test
    void itNeverPrintsItself() {
        assertThat(Telephone.of("0701740605")).hasToString("a telephone number");
    }
}

package org.careunit.settings.internal.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.UnitInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With numbers that PTS keeps free for fiction: 08-465 004 00 to 499 and 070-1740605 to 699. */
class TelephoneTest {

    @Test
    void swedishFormsAreOneNumber() {
        for (String written : List.of("08-465 004 00", "+46846500400", "0046 8 465 004 00", " +46 (0)8-465 004 00 ")) {
            assertThat(Telephone.of(written).e164()).isEqualTo("+46846500400");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08/465 004 00",
                "08.465.004.00",
                "(08) 465 004 00",
                "(08)46500400",
                "tel: 08-465 004 00",
                "tel:+46-8-465-004-00",
                "08\u2013465 004 00",
                "08\u00a0465\u00a0004\u00a000",
                "08\uff0d\uff14\uff16\uff15\uff10\uff10\uff14\uff10\uff10",
                "\u202d08-46500400\u202c",
                "+46(8)46500400",
                "0046(0)8-46500400",
                "+46 0 8 465 004 00",
                "Växel: 08-465 004 00",
                "08-465 004 00 vx",
                "08\u2011465\u202F004\u202F00",
                "+46.8.465.004.00",
                "+46 8 46500400",
                "\uFEFF08-46500400\u200B"
            })
    void realFormsAreReadFromAUnitAndFromStaff(String written) {
        assertThat(Telephone.of(written).e164()).isEqualTo("+46846500400");
        assertThat(Telephone.of(kept(written)).e164()).isEqualTo("+46846500400");
    }

    @Test
    void wordsBesideAUnitsNumberAreLeftOutAndSeveralNumbersRefused() {
        assertThat(kept("08-465 004 00 (växel)")).isEqualTo("08-465 004 00");
        assertThat(kept("Receptionen 08-465 004 00, vardagar")).isEqualTo("08-465 004 00");
        assertThat(kept("1177")).isEqualTo("1177");
        for (String several : List.of(
                "08-465 004 00, 08-465 004 01",
                "08-465 004 00 ankn 12",
                "08-465 004 00 (knapp 2)",
                "växeln",
                "08",
                "-")) {
            assertThatThrownBy(() -> kept(several))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("telephone: ")
                    .hasMessageNotContaining("465");
        }
    }

    private static String kept(String written) {
        return UnitInformation.NONE
                .withTelephone(Optional.of(written))
                .telephone()
                .orElseThrow();
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
        for (String wrong : List.of(
                "",
                "12",
                "112",
                "växeln",
                "0800",
                "+46846500400 ext. 7",
                "08-465OO400",
                "08-465l0400",
                "070-17406",
                "+46 70 174 06 05 00 11",
                "0701740605/0701740606",
                "070-1740605, 070-1740606",
                "+0 70 174 06 05",
                "99999999999999999")) {
            assertThatThrownBy(() -> Telephone.of(wrong))
                    .as(wrong)
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

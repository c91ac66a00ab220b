package org.careunit.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " SE1111111111-A001 ",
                "SE1111111111-A001\u00A0",
                "\uFEFFSE1111111111-A001",
                "SE1111111111\u2013A001",
                "SE1111\u200B111111-A001",
                "SE1111111111\u2011A001\u2060",
                "SE 1111111111 \u2212 A001",
                "se1111111111-a001\r\n",
                "\u202ASE1111111111-A001\u202C",
            })
    void anIdentifierIsReadWithoutBlanksAndHiddenSigns(String pasted) {
        assertThat(HsaId.of(pasted).value()).isEqualTo("SE1111111111-A001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SE162321000164-0175", "SE111111111111-A", "SE1111111111-123456789012345678"})
    void theOwnerHasTenOrTwelveDigits(String id) {
        assertThat(HsaId.of(id).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u017FE1111111111-A001",
                "SE1111111111-A00\u0131",
                "SE1111111111-\u00DF",
                "SE11111111111-A001",
                "SE1111111111-1234567890123456789",
                "SE111111111111-12345678901234567",
                "SE\u0661111111111-A001",
                "SE1111111111-",
                "SE1111111111-A_1"
            })
    void noOtherLettersBecomeAnId(String id) {
        assertThatThrownBy(() -> HsaId.of(id)).isInstanceOf(RefusedException.class);
    }

    @Test
    void anAddressIsReadWithoutThem() {
        assertThat(EmailAddress.of("test@example.org\u00A0").value()).isEqualTo("test@example.org");
        assertThat(EmailAddress.of("\u200Btest@example.org\uFEFF").value()).isEqualTo("test@example.org");
        assertThat(EmailAddress.of("test\u2010a@example.org").value()).isEqualTo("test-a@example.org");
        assertThatThrownBy(() -> EmailAddress.of("a@example.org\nb@example.org"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aConfiguredValueKeepsItsInnerBlanks() {
        assertThat(PastedText.trimmed("\uFEFF\u00A0cn=care unit,c=SE \u2003")).isEqualTo("cn=care unit,c=SE");
        assertThat(PastedText.trimmed("a\u200B\u2014b")).isEqualTo("a\u2014b");
        assertThat(PastedText.trimmed("Va\u030Ardcentral")).isEqualTo("V\u00E5rdcentral");
    }

    @Test
    void aNameIsOneLineInComposedForm() {
        assertThat(PastedText.line(" A\u030Asa\u200F \r\n\t\u00D6de\u0301n\uD800 \u0007"))
                .isEqualTo("\u00C5sa \u00D6d\u00E9n");
    }

    @Property(tries = 2000)
    void readingTwiceChangesNothing(@ForAll String text) {
        assertThat(PastedText.compact(PastedText.compact(text))).isEqualTo(PastedText.compact(text));
        assertThat(PastedText.line(PastedText.line(text))).isEqualTo(PastedText.line(text));
    }
}

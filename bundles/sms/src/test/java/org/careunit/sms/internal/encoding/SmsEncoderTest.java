package org.careunit.sms.internal.encoding;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.sms.GsmAlphabet;
import org.careunit.api.sms.SmsText;
import org.careunit.api.sms.SmsText.Alphabet;
import org.careunit.api.sms.SmsText.Reference;
import org.junit.jupiter.api.Test;

class SmsEncoderTest {

    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€";
    private static final int MANY_PARTS = 40_000;

    @Test
    void swedishLettersAreOneSeptetEach() {
        assertThat(hex(encode("åäöÅÄÖ@_$", Packing.UNPACKED).get(0))).isEqualTo("0f7b7c0e5b5c001102");
    }

    @Test
    void theExtensionIsEscaped() {
        assertThat(hex(encode("[€]", Packing.UNPACKED).get(0))).isEqualTo("1b3c1b651b3e");
    }

    @Test
    void septetsArePackedAsTheStandardSays() {
        assertThat(hex(encode("hello", Packing.PACKED).get(0))).isEqualTo("e8329bfd06");
        assertThat(encode("a".repeat(160), Packing.PACKED).get(0).content()).hasSize(140);
    }

    @Test
    void packedSeptetsBehindAHeaderBeginAtASeptet() {
        EncodedPart first = encode("a".repeat(161), Packing.PACKED).get(0);
        assertThat(first.content()).hasSize(140);
        assertThat(hex(first)).startsWith("050003ab0201c2e170381c0e87c3");
        EncodedPart second = new SmsEncoder(Reference.SIXTEEN_BIT, Packing.PACKED)
                .encode("a".repeat(161), 0x12ab)
                .get(1);
        assertThat(hex(second)).startsWith("06080412ab0202e170381c0e87c3");
    }

    @Test
    void whatIsNotInTheAlphabetMakesAllOfItUcs2() {
        EncodedPart part = encode("öppet 8–17", Packing.UNPACKED).get(0);
        assertThat(part.dataCoding()).isEqualTo(EncodedPart.UCS_2);
        assertThat(new String(part.content(), UTF_16BE)).isEqualTo("öppet 8–17");
    }

    @Test
    void moreThan255PartsAreRefused() {
        assertThatThrownBy(() -> encode("a".repeat(MANY_PARTS), Packing.UNPACKED))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aPartPrintsNothingOfItsText() {
        assertThat(encode("hemligt", Packing.UNPACKED).get(0)).hasToString("EncodedPart[7 octets]");
    }

    @Property
    void aTextOfTheAlphabetComesBackFromItsParts(
            @ForAll("ofAlphabet") String text, @ForAll Reference reference, @ForAll Packing packing) {
        List<EncodedPart> parts = new SmsEncoder(reference, packing).encode(text, 0x1234);
        StringBuilder read = new StringBuilder();
        List<String> cut = SmsText.of(text, reference).parts();
        for (int index = 0; index < parts.size(); index++) {
            EncodedPart part = parts.get(index);
            assertThat(part.dataCoding()).isEqualTo(EncodedPart.GSM_7);
            assertThat(octetsInTheAir(part, packing)).isLessThanOrEqualTo(140);
            read.append(SeptetReader.read(part, packing, Alphabet.GSM_7.units(cut.get(index))));
        }
        assertThat(read).hasToString(text);
        checkHeaders(parts, reference);
    }

    @Property
    void anyTextComesBackComposed(@ForAll("any") String text, @ForAll Reference reference) {
        List<EncodedPart> parts = new SmsEncoder(reference, Packing.UNPACKED).encode(text, 7);
        StringBuilder read = new StringBuilder();
        for (EncodedPart part : parts) {
            String words = part.dataCoding() == EncodedPart.UCS_2
                    ? new String(part.text(), UTF_16BE)
                    : SeptetReader.read(part, Packing.UNPACKED, 0);
            assertThat(words).satisfies(SmsEncoderTest::beginsAndEndsWithWholeCharacters);
            read.append(words);
        }
        assertThat(read).hasToString(Normalizer.normalize(text, Normalizer.Form.NFC));
        checkHeaders(parts, reference);
    }

    private static void beginsAndEndsWithWholeCharacters(String words) {
        assertThat(words.isEmpty() || !Character.isLowSurrogate(words.charAt(0)))
                .isTrue();
        assertThat(words.isEmpty() || !Character.isHighSurrogate(words.charAt(words.length() - 1)))
                .isTrue();
    }

    private static int octetsInTheAir(EncodedPart part, Packing packing) {
        int text = part.content().length - part.headerLength();
        return packing == Packing.PACKED
                ? part.content().length
                : part.headerLength() + (Septets.fill(part.headerLength()) + text * 7 + 7) / 8;
    }

    private static void checkHeaders(List<EncodedPart> parts, Reference reference) {
        for (int part = 0; part < parts.size(); part++) {
            byte[] header = parts.get(part).header();
            int length = reference == Reference.EIGHT_BIT ? 6 : 7;
            assertThat(header).hasSize(parts.size() == 1 ? 0 : length);
            if (header.length > 0) {
                assertThat(header[0]).isEqualTo((byte) (length - 1));
                assertThat(header[length - 2]).isEqualTo((byte) parts.size());
                assertThat(header[length - 1]).isEqualTo((byte) (part + 1));
            }
        }
    }

    @Provide
    Arbitrary<String> ofAlphabet() {
        return Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofMaxLength(700);
    }

    @Provide
    Arbitrary<String> any() {
        Arbitrary<Integer> characters = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.integers().between('a', 'z')),
                Tuple.of(2, Arbitraries.of((int) '€', (int) 'å', 0x30a, (int) '–')),
                Tuple.of(1, Arbitraries.integers().between(0x1F300, 0x1FAFF)));
        return characters.list().ofMaxSize(400).map(list -> list.stream()
                .map(Character::toString)
                .reduce("", String::concat));
    }

    @Test
    void sendersAreNamesNumbersOrShortNumbers() {
        assertThat(Sender.of("Vardcentral")).contains(new Sender("Vardcentral", (byte) 5, (byte) 0));
        assertThat(Sender.of("+46701234567")).contains(new Sender("46701234567", (byte) 1, (byte) 1));
        assertThat(Sender.of("71177")).contains(new Sender("71177", (byte) 3, (byte) 0));
        assertThat(Sender.of("Vårdcentral")).isEmpty();
        assertThat(Sender.of("twelve chars")).isEmpty();
        assertThat(Sender.of("12-34")).isEmpty();
    }

    @Test
    void countriesGoByTheBeginningOfANumber() {
        Countries nordic = new Countries(List.of("+46", "+358"));
        assertThat(nordic.allow(new TelephoneNumber("+46701234567"))).isTrue();
        assertThat(nordic.allow(new TelephoneNumber("+358401234567"))).isTrue();
        assertThat(nordic.allow(new TelephoneNumber("+4521234567"))).isFalse();
        assertThat(new Countries(List.of("+")).allow(new TelephoneNumber("+15551234567")))
                .isTrue();
        assertThat(Countries.isPrefix("+46")).isTrue();
        assertThat(Countries.isPrefix("46")).isFalse();
    }

    @Test
    void everyCharacterOfTheAlphabetHasItsPlace() {
        assertThat(ALPHABET.chars().filter(GsmAlphabet::holds).count()).isEqualTo(127 + 10);
    }

    private static List<EncodedPart> encode(String text, Packing packing) {
        return new SmsEncoder(Reference.EIGHT_BIT, packing).encode(text, 0xab);
    }

    private static String hex(EncodedPart part) {
        return HexFormat.of().formatHex(part.content());
    }
}

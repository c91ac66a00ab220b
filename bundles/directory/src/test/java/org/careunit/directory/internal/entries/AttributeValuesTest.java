package org.careunit.directory.internal.entries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.directory.internal.HostileValues;
import org.careunit.directory.internal.SafeValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeValuesTest {

    @Test
    void stripsWhatWouldDeceiveOrBreakALine() {
        assertThat(AttributeValues.text("  Test\r\nTestsson\u0000\u202E\u2066!\uFEFF "))
                .contains("Test Testsson!");
        assertThat(AttributeValues.text("Åsa-Märta Ödén")).contains("Åsa-Märta Ödén");
        assertThat(AttributeValues.text(" \u0000\u202A\t ")).isEmpty();
    }

    @Test
    void dropsWhatIsTooLong() {
        assertThat(AttributeValues.text("a".repeat(1000))).isPresent();
        assertThat(AttributeValues.text("a".repeat(1001))).isEmpty();
        assertThat(AttributeValues.mail("a".repeat(1001))).isEmpty();
        assertThat(AttributeValues.lines("a$".repeat(501))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20250131000000Z, 2025-01-31T00:00:00Z",
        "20250131000000+0100, 2025-01-30T23:00:00Z",
        "20250131000000-05, 2025-01-31T05:00:00Z",
        "20250131120000.5Z, 2025-01-31T12:00:00.500Z",
        "'20250131120000,123Z', 2025-01-31T12:00:00.123Z",
        "202501311230Z, 2025-01-31T12:30:00Z",
        "2025013112Z, 2025-01-31T12:00:00Z",
        "2025013112.5Z, 2025-01-31T12:30:00Z",
        "20240229000000Z, 2024-02-29T00:00:00Z",
        "20161231235960Z, 2017-01-01T00:00:00Z",
        "20170101005960+0100, 2017-01-01T00:00:00Z",
        "' 20250131000000Z\u00A0', 2025-01-31T00:00:00Z",
    })
    void readsGeneralizedTime(String raw, Instant instant) {
        assertThat(AttributeValues.time(raw)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-01-31",
                "20250131000000",
                "20250229000000Z",
                "20251301000000Z",
                "20250131250000Z",
                "20250131000000+9900",
                "99999999999999Z",
                "20250131000000Z; DROP",
                "٢٠٢٥٠١٣١٠٠٠٠٠٠Z"
            })
    void dropsADateThatIsNone(String raw) {
        assertThat(AttributeValues.time(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20261001, 2026-09-30T22:00:00Z, 2026-10-01T22:00:00Z",
        "20260228, 2026-02-27T23:00:00Z, 2026-02-28T23:00:00Z",
        "20261001120000Z, 2026-10-01T12:00:00Z, 2026-10-01T12:00:00Z",
        "20260931, , ",
        "20260931000000Z, , ",
        "20261301, , ",
        "2026-10-01, , ",
        "1 oktober, , ",
    })
    void readsDaysAsTheFirstAndTheLastOfAnEmployment(String raw, Instant begin, Instant end) {
        assertThat(AttributeValues.begin(raw)).isEqualTo(Optional.ofNullable(begin));
        assertThat(AttributeValues.end(raw)).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void decodesWhatIsNotUtf8AsLatin1() {
        assertThat(AttributeValues.decoded("Ödén".getBytes(UTF_8))).isEqualTo("Ödén");
        assertThat(AttributeValues.decoded("Ödén".getBytes(ISO_8859_1))).isEqualTo("Ödén");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "true", " True ", "1", "J", "yes", "TRÚE"})
    void protectsInDoubt(String raw) {
        assertThat(AttributeValues.isProtecting(raw)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FALSE", " false ", "", " "})
    void protectsNobodyWhoIsNot(String raw) {
        assertThat(AttributeValues.isProtecting(raw)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//example.org/x",
                "file:///etc/passwd",
                "https:",
                "http://exa mple.org",
                "data:text/html,x",
                "mailto:info@example.org",
                "https://",
                "https:///x",
                "https://example.org/<script>",
                "https://www.1177.se@evil.example/",
                "https://1177.se:pass@evil.example/",
                "1177.se",
                ""
            })
    void takesNoPageThatIsNone(String raw) {
        assertThat(AttributeValues.page(raw)).isEmpty();
    }

    @Test
    void readsPages() {
        assertThat(AttributeValues.page(" https://www.example.org/test ")).isPresent();
        assertThat(AttributeValues.page("https://min_enhet.example.org/")).isPresent();
        assertThat(AttributeValues.page("https://_a.example.org:8443/x\u00A0")).isPresent();
        assertThat(AttributeValues.page("https://vårdcentralen.example/kontakt"))
                .isPresent();
        assertThat(AttributeValues.page("HTTPS://my_unit.example:443/x?y=å")).isPresent();
        assertThat(AttributeValues.page("www.example.org/min-mottagning"))
                .contains(URI.create("https://www.example.org/min-mottagning"));
        assertThat(AttributeValues.page("https://user@_a.example.org/")).isEmpty();
        assertThat(AttributeValues.page("https://www.example.org/hitta/V%C3%A5rdcentral"))
                .isPresent();
        assertThat(AttributeValues.page("https://vc.example:8443/\u00C5s\u00F6?a=1#b"))
                .isPresent();
        assertThat(AttributeValues.page("\uFEFFhttps://vc.example/\u200B")).contains(URI.create("https://vc.example/"));
        assertThat(AttributeValues.page("WWW.vc-ett.example")).isPresent();
    }

    @Test
    void readsAnAddressLineByLine() {
        assertThat(AttributeValues.lines("Vårdcentralen Test$Box 1\\24 2\\5C3$$ $111 11 TESTSTAD\r\n"))
                .containsExactly("Vårdcentralen Test", "Box 1$ 2\\3", "111 11 TESTSTAD");
    }

    @Test
    void readsTelephones() {
        assertThat(AttributeValues.telephone("+46 8-123 456 00")).contains("+46 8-123 456 00");
        assertThat(AttributeValues.telephone("see the web")).isEmpty();
        assertThat(AttributeValues.telephone("1".repeat(61))).isEmpty();
    }

    @Property(tries = 10_000)
    void letsNoHostileCharacterThrough(@ForAll("hostile") String raw) {
        AttributeValues.text(raw).ifPresent(SafeValues::check);
        AttributeValues.telephone(raw).ifPresent(SafeValues::check);
        AttributeValues.lines(raw).forEach(SafeValues::check);
        AttributeValues.code(raw).ifPresent(SafeValues::check);
        AttributeValues.page(raw).ifPresent(page -> SafeValues.check(page.toString()));
        AttributeValues.mail(raw).ifPresent(mail -> SafeValues.check(mail.value()));
        AttributeValues.id(raw).ifPresent(id -> SafeValues.check(id.value()));
        AttributeValues.time(raw).ifPresent(time -> assertThat(time).isBefore(Instant.parse("+10001-01-01T00:00:00Z")));
    }

    @Provide
    static Arbitrary<String> hostile() {
        return HostileValues.values();
    }
}

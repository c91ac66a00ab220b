package org.careunit.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.validator.routines.EmailValidator;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;

class EmailAddressTest {

    private static final EmailValidator LIBRARY = EmailValidator.getInstance();

    /** The library knows which top-level domains there were when it was made, so those here are old ones. */
    @Property
    void whatWeTakeALibraryTakesToo(@ForAll("written") String written) {
        if (isTaken(written)) {
            assertThat(LIBRARY.isValid(written)).as(written).isTrue();
        }
    }

    @Property
    void aCommonAddressIsTakenByBoth(@ForAll("common") String written) {
        assertThat(isTaken(written)).as(written).isTrue();
        assertThat(LIBRARY.isValid(written)).as(written).isTrue();
    }

    @Test
    void whatIsNoAddressIsRefusedByBothAndNotRepeated() {
        for (String wrong : List.of(
                "a",
                "a@",
                "@example.org",
                "a@b@example.org",
                "a..b@example.org",
                ".a@example.org",
                "a.@example.org",
                "a@-example.org",
                "a@example-.org",
                "a@example..org",
                "a b@example.org",
                "a@example.org.",
                "a".repeat(65) + "@example.org",
                "a@" + "b".repeat(64) + ".org")) {
            assertThat(LIBRARY.isValid(wrong)).as(wrong).isFalse();
            assertThatThrownBy(() -> new EmailAddress(wrong))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageNotContaining("'" + wrong + "'");
        }
    }

    /** Quotes, literal addresses and letters beyond ASCII: allowed in theory, and not everywhere in practice. */
    @Test
    void weAreNarrowerThanTheLibrary() {
        for (String odd : List.of("\"a b\"@example.org", "a@[192.0.2.1]", "å@example.org")) {
            assertThat(LIBRARY.isValid(odd)).as(odd).isTrue();
            assertThat(isTaken(odd)).as(odd).isFalse();
        }
    }

    /** A mail domain of a region's own network is not for a list to refuse. */
    @Test
    void aDomainThatNoListKnowsIsTaken() {
        assertThat(isTaken("a@mail.regionen")).isTrue();
        assertThat(LIBRARY.isValid("a@mail.regionen")).isFalse();
    }

    private static boolean isTaken(String written) {
        try {
            return new EmailAddress(written).value().equalsIgnoreCase(written);
        } catch (RefusedException refusal) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> piece =
                Arbitraries.strings().withChars("aZ09.-_+'!#$%&*/=?^`{|}~@ \"å").ofMaxLength(9);
        return Combinators.combine(piece, piece, Arbitraries.of(".se", ".org", ".com", "", "."))
                .as((local, domain, top) -> local + "@" + domain + top);
    }

    @Provide
    Arbitrary<String> common() {
        Arbitrary<String> name = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(20);
        return Combinators.combine(name, name, name, Arbitraries.of("se", "org", "com", "nu"))
                .as((given, family, domain, top) -> given + "." + family + "@" + domain + "." + top);
    }
}

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
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;

class EmailAddressTest {

    /**
     * The common form of RFC 5321, written down once more: dots between atoms, labels of at most 63, a domain of two or
     * more.
     */
    @Property
    void whatIsTakenHasTheCommonForm(@ForAll("written") String written) {
        if (isTaken(written)) {
            assertThat(written)
                    .matches("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                            + "([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");
        }
    }

    @Property
    void aCommonAddressIsTaken(@ForAll("common") String written) {
        assertThat(isTaken(written)).as(written).isTrue();
    }

    @Test
    void whatIsNoAddressIsRefusedAndNotRepeated() {
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
                "a@exa_mple.org",
                "a@example",
                "a@example.1",
                "a b@example.org",
                "a@example.org.",
                "a\u0000@example.org",
                "a@example.org\r\n",
                "a".repeat(65) + "@example.org",
                "a@" + "b".repeat(64) + ".org",
                "a@" + "b.".repeat(126) + "org")) {
            assertThatThrownBy(() -> new EmailAddress(wrong))
                    .as(wrong)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("This is not an e-mail address (it has " + wrong.length() + " characters)")
                    .hasMessageNotContaining("'" + wrong + "'");
        }
    }

    /**
     * Quotes, comments, names, routes, literal addresses and letters beyond ASCII: allowed in theory, and not
     * everywhere in practice.
     */
    @Test
    void whatIsAllowedInTheoryAloneIsRefused() {
        for (String odd : List.of(
                "\"a b\"@example.org",
                "\"a\".b@example.org",
                "a\\@b@example.org",
                "a(comment)@example.org",
                "a@example.org(comment)",
                "<a@example.org>",
                "A B <a@example.org>",
                "@relay.org:a@example.org",
                "a@[192.0.2.1]",
                "a@192.0.2.1",
                "å@example.org",
                "a@å.org")) {
            assertThat(isTaken(odd)).as(odd).isFalse();
        }
    }

    /** A mail domain of a region's own network is not for a list to refuse. */
    @Test
    void aDomainThatNoListKnowsIsTaken() {
        assertThat(isTaken("a@mail.regionen")).isTrue();
    }

    @Test
    void theDomainIsInLowerCaseAndAllIsPrintedMasked() {
        EmailAddress address = EmailAddress.of(" Anna.B@Example.ORG ");
        assertThat(address.value()).isEqualTo("Anna.B@example.org");
        assertThat(address.domain()).isEqualTo("example.org");
        assertThat(address).hasToString("A***@example.org");
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

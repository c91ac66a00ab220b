package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;

class ScrubbedTest {

    @Example
    void wordsRemainAndAddressesGo() {
        assertThat(Scrubbed.of("550 5.1.1 <test.testsson@example.org>:\r\n Recipient\taddress rejected\u0000"))
                .isEqualTo("550 5.1.1 … Recipient address rejected");
    }

    @Property
    void noReplyBringsAnAddressThrough(@ForAll("replies") String reply) {
        String reason = Scrubbed.of(reply);

        assertThat(reason).doesNotContain("@").hasSizeLessThanOrEqualTo(200);
        assertThat(reason.chars()).noneMatch(Character::isISOControl);
    }

    @Property
    void noReplyBringsTheRecipientOrTheSubjectThrough(
            @ForAll("names") String name, @ForAll("fillings") String before, @ForAll("fillings") String after) {
        EmailAddress to = new EmailAddress(name + "@example.org");
        OutgoingMail mail = new OutgoingMail(new java.util.UUID(1, 2), to, "Hemligt ärende", "text");

        String reason = Scrubbed.of(
                "550 " + before + " <" + to.value() + ">" + after + " user " + name + " \"Hemligt ärende\"", mail);

        assertThat(reason).doesNotContain(name, "@", "Hemligt");
    }

    @Provide
    Arbitrary<String> replies() {
        return Combinators.combine(fillings(), names(), fillings(), Arbitraries.strings())
                .as((before, name, after, any) -> "550 " + before + name + "@example.org" + after + any);
    }

    @Provide
    Arbitrary<String> fillings() {
        return Arbitraries.of("", " ", ":", "\r\n", "\t(", "<", ">: ", "..", "\u00a0", "\u2028", "?");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(6)
                .ofMaxLength(20)
                .filter(name -> !"recipient address".contains(name));
    }
}

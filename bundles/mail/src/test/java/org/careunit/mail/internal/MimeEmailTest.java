package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.itests.peers.MailPeer;
import org.careunit.itests.peers.MailReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives, as the mail server sees it. */
class MimeEmailTest {

    private final MailPeer peer = new MailPeer(Clock.systemUTC()).start();
    private final Config config = Config.plain(peer.port());

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void everyHeaderIsOneOfOurs() throws Exception {
        OutgoingMail mail = MailFixture.mail();

        MailReceived letter = sent(mail);

        assertThat(letter.headers())
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding",
                        "Content-Language",
                        "Auto-Submitted",
                        "X-Auto-Response-Suppress");
        assertThat(letter.messageId()).isEqualTo("<" + mail.id() + "@example.org>");
        assertThat(letter.header("Date")).contains("Mon, 2 Mar 2026 08:15:00 +0100");
        assertThat(letter.header("Auto-Submitted")).contains("auto-generated");
        assertThat(letter.header("X-Auto-Response-Suppress")).contains("All");
        assertThat(letter.header("Content-Language")).contains("sv");
        assertThat(letter.header("Content-Type")).contains("text/plain; charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nytt ärende på mottagningen – öppna det",
                "ÅÄÖ åäö 1177 \"citat\" =?UTF-8?Q?inte_kodat?=",
                "Kort",
                "Ärende ärende ärende ärende ärende ärende ärende ärende ärende ärende ärende ärende ärende ärende 🙂"
            })
    void anySubjectArrivesIntact(String subject) throws Exception {
        assertThat(sent(MailFixture.mail(subject, "Text\n")).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Det finns 3 nya ärenden.\n\nLogga in för att öppna dem.\n",
                ".en punkt först\n.\nPlats\n",
                "From här\n=C3=A5 blanksteg sist \n",
                "日本語だけ\n",
                "utan radslut å"
            })
    void anyTextArrivesIntact(String text) throws Exception {
        assertThat(sent(MailFixture.mail("Nytt", text)).text().stripTrailing()).isEqualTo(text.stripTrailing());
    }

    @Test
    void aLongLineArrivesIntact() throws Exception {
        String text = "a".repeat(5000);
        assertThat(sent(MailFixture.mail("Nytt", text)).text().stripTrailing()).isEqualTo(text);
    }

    @Test
    void theSendersNameAndTheBounceAddressAreTheConfigurations() throws Exception {
        config.with("fromName", "Vårdcentralen, \"Åsen\"").with("bounceAddress", "returer@example.test");

        MailReceived letter = sent(MailFixture.mail());

        assertThat(letter.from()).isEqualTo("returer@example.test");
        assertThat(MailReceived.words(letter.header("From").orElseThrow()))
                .contains("Vårdcentralen,", "Åsen", "<noreply@example.org>");
    }

    @Test
    void aMailWithoutATokenGoesOutWithThePlainBounceAddress() throws Exception {
        config.with("bounceAddress", "returer+{token}@example.test");

        assertThat(sent(MailFixture.mail()).from()).isEqualTo("returer@example.test");
    }

    @Test
    void theTextMakesNoHeaders() throws Exception {
        MailReceived letter = sent(MailFixture.mail("Nytt", "\r\n\r\nBcc: x@example.test\r\n\r\ntext\n"));

        assertThat(letter.header("Bcc")).isEmpty();
        assertThat(letter.to()).containsExactly(MailFixture.TEST.value());
    }

    @Test
    void anyAddressIsWrittenAsItIs() throws Exception {
        String odd = "o'brien+{a|b}!#$%&*/=?^_`~-x.y@example.org";

        MailReceived letter = sent(new OutgoingMail(UUID.randomUUID(), new EmailAddress(odd), "Nytt", "Text\n"));

        assertThat(letter.to()).containsExactly(odd);
        assertThat(letter.header("To").orElseThrow()).contains(odd);
    }

    private MailReceived sent(OutgoingMail mail) throws Exception {
        try (MailFixture bench = new MailFixture(config)) {
            bench.gateway.send(mail);
        }
        assertThat(peer.accepted()).hasSize(1);
        return peer.accepted().get(0);
    }
}

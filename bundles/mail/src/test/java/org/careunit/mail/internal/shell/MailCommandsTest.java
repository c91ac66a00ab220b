package org.careunit.mail.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.careunit.operations.TestConsole.succeeds;

import java.time.Clock;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.itests.peers.MailPeer;
import org.careunit.itests.peers.MailReceived;
import org.careunit.mail.internal.Config;
import org.careunit.mail.internal.Log;
import org.careunit.mail.internal.MailFixture;
import org.careunit.operations.HostileWords;
import org.junit.jupiter.api.Test;

class MailCommandsTest {

    private final MailTestCommand test = new MailTestCommand();
    private final MailCheckCommand check = new MailCheckCommand();

    @Test
    void theTestMessageArrives() throws Exception {
        try (MailPeer peer = new MailPeer(Clock.systemUTC()).start();
                MailFixture bench = new MailFixture(Config.plain(peer.port()))) {
            test.gateway = bench.gateway;
            test.address = " test.testsson@example.org ";

            assertThat(test.answer()).isNotNull();

            MailReceived mail = peer.accepted().get(0);
            assertThat(mail.subject()).isEqualTo("Testmeddelande från Careunit");
            assertThat(mail.text()).startsWith("Det här är ett testmeddelande från Careunit.");
        }
    }

    @Test
    void theLogShowsNoAddressThoughTheShellNamesItsThreadAfterTheCommand() throws Exception {
        String name = Thread.currentThread().getName();
        try (Log log = new Log();
                MailFixture bench = new MailFixture(Config.plain(1))) {
            Thread.currentThread().setName("pipe-careunit:mail-test test.testsson@example.org");
            test.gateway = bench.gateway;
            test.address = "test.testsson@example.org";

            assertThat(test.answer()).isNotNull();

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("refuses")
                    .doesNotContain("testsson");
        } finally {
            Thread.currentThread().setName(name);
        }
    }

    @Test
    void aWrongAddressIsRefused() throws Exception {
        try (MailFixture bench = new MailFixture(Config.empty())) {
            test.gateway = bench.gateway;
            test.address = "nobody";
            assertThatExceptionOfType(RefusedException.class).isThrownBy(test::answer);
        }
    }

    @Test
    void theCheckConnectsAndSendsNothing() throws Exception {
        try (MailPeer peer = new MailPeer(Clock.systemUTC()).start();
                MailFixture bench = new MailFixture(Config.plain(peer.port()))) {
            check.gateway = bench.gateway;

            assertThat(bench.gateway.isSetUp()).isTrue();
            assertThat(check.answer()).isNotNull();

            assertThat(peer.connected()).isEqualTo(1);
            assertThat(peer.accepted()).isEmpty();
        }
    }

    @Test
    void aScriptSeesWhetherTheTestMessageWasTakenAndTheServerLetsUsIn() throws Exception {
        MailPeer peer = new MailPeer(Clock.systemUTC()).start();
        try (MailFixture bench = new MailFixture(Config.plain(peer.port()))) {
            test.gateway = bench.gateway;
            test.address = "test.testsson@example.org";
            check.gateway = bench.gateway;
            assertThat(succeeds(test)).isTrue();
            assertThat(succeeds(check)).isTrue();
            peer.close();
            assertThat(succeeds(test)).isFalse();
            assertThat(succeeds(check)).isFalse();
        }
    }

    @Test
    void whatIsNoAddressIsRefusedInASentence() throws Exception {
        try (MailFixture bench = new MailFixture(Config.plain(1))) {
            test.gateway = bench.gateway;
            HostileWords.assertPlainAnswers(test, word -> test.address = word);
        }
    }

    @Test
    void withoutTheGatewayBothSayWhereToLook() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(test::answer)
                .withMessageContaining("careunit:health");
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(check::answer);
    }
}

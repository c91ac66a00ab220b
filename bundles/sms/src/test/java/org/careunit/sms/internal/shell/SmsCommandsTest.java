package org.careunit.sms.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.identity.TelephoneNumbers;
import org.careunit.itests.peers.SmsHttpPeer;
import org.careunit.operations.HostileWords;
import org.careunit.sms.internal.Config;
import org.careunit.sms.internal.SmsFixture;
import org.junit.jupiter.api.Test;

class SmsCommandsTest {

    private final SmsTestCommand test = new SmsTestCommand();
    private final SmsCheckCommand check = new SmsCheckCommand();
    private final TelephoneNumbers numbers = TelephoneNumber::new;

    @Test
    void aScriptSeesWhetherTheTestSmsWasTaken() throws Exception {
        test.numbers = numbers;
        test.number = "+46701234567";
        SmsHttpPeer peer = SmsHttpPeer.open();
        try (SmsFixture bench = new SmsFixture(Config.http(peer.port()))) {
            test.gateway = bench.gateway;
            assertThat(succeeds(test)).isTrue();
            assertThat(peer.received()).hasSize(1);
            peer.close();
            assertThat(succeeds(test)).isFalse();
            assertThat(run(test)).contains("The test message was not taken");
        }
    }

    @Test
    void aScriptSeesWhetherTheGatewayLetsUsIn() throws Exception {
        try (SmsFixture bench = new SmsFixture(Config.plain(1))) {
            check.gateway = bench.gateway;
            assertThat(succeeds(check)).isFalse();
        }
    }

    @Test
    void whatIsNoNumberIsRefusedInASentence() throws Exception {
        test.numbers = numbers;
        try (SmsFixture bench = new SmsFixture(Config.plain(1))) {
            test.gateway = bench.gateway;
            HostileWords.assertPlainAnswers(test, word -> test.number = word);
        }
    }

    @Test
    void withoutTheGatewayBothSayWhereToLook() {
        assertThat(run(test)).contains("careunit:health");
        assertThat(run(check)).contains("careunit:health");
    }
}

package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.itests.peers.MailPeer;
import org.careunit.itests.peers.MailStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailHealthTest {

    private final MailPeer peer = new MailPeer(Clock.systemUTC()).start();
    private SmtpMailGateway gateway;
    private String fault = "";

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void notSetUp() throws Exception {
        try (MailFixture bench = new MailFixture(Config.empty())) {
            gateway = bench.gateway;
            expect(Status.WARN, "'host'");
        }
    }

    @Test
    void wronglySetUp() throws Exception {
        fault = "careunit.mail: port must be a whole number";
        expect(Status.CRITICAL, "mend it");
        try (MailFixture bench = new MailFixture(Config.plain(peer.port()))) {
            gateway = bench.gateway;
            expect(Status.CRITICAL, "the last good one stays in force");
        }
    }

    @Test
    void setUpAndNotRunning() {
        expect(Status.TEMPORARILY_UNAVAILABLE, "the log");
    }

    @Test
    void runningDownRestingAndBack() throws Exception {
        try (MailFixture bench = new MailFixture(Config.plain(peer.port()))) {
            gateway = bench.gateway;
            expect(Status.OK, "careunit:mail-check");
            bench.send();
            expect(Status.OK, "last answered at 2026-03-02T08:15:00+01:00");

            peer.stop();
            bench.send();
            expect(Status.TEMPORARILY_UNAVAILABLE, "refuses connections");

            peer.start();
            peer.faults().refuse(MailStage.MAIL, "530 5.7.0 Authentication required", "", 1);
            assertThat(bench.send().status()).isEqualTo(DeliveryStatus.UNAVAILABLE);
            expect(Status.CRITICAL, "'.password'");

            bench.gateway.check();
            expect(Status.OK, "08:15");
        }
    }

    private void expect(Status status, String words) {
        Result result = MailHealth.of(fault, gateway);
        assertThat(result.getStatus()).isEqualTo(status);
        assertThat(result.toString()).contains(words);
    }
}

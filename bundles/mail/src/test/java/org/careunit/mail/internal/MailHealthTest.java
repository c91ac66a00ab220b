package org.careunit.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    private final MailHealth health = new MailHealth();

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void notSetUp() {
        expect(Status.WARN, "'host'");
        health.adapter = new MailRoutes(Config.empty().read(), new MailFigures());
        expect(Status.WARN, "'host'");
    }

    @Test
    void wronglySetUp() {
        health.adapter = new MailRoutes(Config.plain(0).read(), new MailFigures());
        assertThatIllegalArgumentException().isThrownBy(health.adapter::routes);
        expect(Status.CRITICAL, "'port'");
    }

    @Test
    void setUpAndNotRunning() {
        health.adapter = new MailRoutes(Config.plain(25).read(), new MailFigures());
        expect(Status.TEMPORARILY_UNAVAILABLE, "the log");
    }

    @Test
    void runningDownRestingAndBack() throws Exception {
        try (Bench bench = new Bench(Config.plain(peer.port()))) {
            health.adapter = bench.adapter;
            health.gateway = bench.gateway;
            expect(Status.OK, "careunit:mail-check");
            bench.send();
            expect(Status.OK, "localhost at 2026-03-02T07:15:00Z");

            peer.stop();
            bench.send();
            expect(Status.TEMPORARILY_UNAVAILABLE, "refuses connections");

            peer.start();
            peer.faults().refuse(MailStage.MAIL, "530 5.7.0 Authentication required", "", 1);
            assertThat(bench.send().status()).isEqualTo(DeliveryStatus.UNAVAILABLE);
            expect(Status.CRITICAL, "'.password'");

            bench.gateway.check();
            expect(Status.OK, "07:15");
        }
    }

    private void expect(Status status, String words) {
        Result result = health.execute();
        assertThat(result.getStatus()).isEqualTo(status);
        assertThat(result.toString()).contains(words);
    }
}

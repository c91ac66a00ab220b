package org.careunit.itests.benchmarks;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.identity.HsaId;
import org.careunit.mail.internal.MailMetrics;
import org.careunit.mail.internal.MailRoutes;
import org.careunit.mail.internal.PeerMail;
import org.careunit.mail.internal.SmtpMailGateway;
import org.careunit.notifications.internal.StoryParts;
import org.careunit.routes.internal.TestRoutes;

/**
 * P3: a backlog of messages in the ledger, each taken by its job, handed over by SMTP and written down as sent, on
 * PostgreSQL; beside loops that write nothing down.
 */
final class DeliveryBenchmark {

    private static final int MESSAGES = 1_000;
    private static final int ROUNDS = 5;
    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final String[] COLUMNS = {"to what, beside what", "peer's", "ours", "ratio"};

    private final Table table;
    private final String to;
    private final int port;

    private DeliveryBenchmark(Table table, String to, int port) {
        this.table = table;
        this.to = to;
        this.port = port;
    }

    static void run() throws Exception {
        Table table = new Table(
                "E-mail with durable completion, PostgreSQL: messages a second (P3; goal to a sink: 0.2 of the bare loop"
                        + " and ahead of Camel; to postfix: 0.7 of the bare loop)",
                COLUMNS[0],
                COLUMNS[1],
                COLUMNS[2],
                COLUMNS[3]);
        try (MailSink sink = new MailSink()) {
            new DeliveryBenchmark(table, "sink", sink.port()).fill();
        }
        if (Postfix.isInstalled()) {
            try (Postfix postfix = Postfix.start()) {
                new DeliveryBenchmark(table, "postfix", postfix.port()).fill();
            }
        } else {
            table.row("postfix", "not installed, or not root", "", "");
        }
        table.print();
    }

    private void fill() throws Exception {
        fill("one connection", 1);
        fill("as configured", 0);
    }

    /** @param connections how many of ours; 0: as many as there are when nothing is configured */
    private void fill(String how, int connections) throws Exception {
        Path base = Files.createTempDirectory("benchmark");
        MailRoutes adapter = connections == 0 ? PeerMail.routes(port) : PeerMail.routes(port, connections);
        try (Database database = Database.postgres();
                TestRoutes routes = new TestRoutes(adapter)) {
            Gate gate = new Gate();
            MailGateway smtp = new SmtpMailGateway(routes, adapter, new MailMetrics(), Clock.systemUTC());
            MailGateway gated = mail -> {
                gate.pass();
                return smtp.send(mail);
            };
            StoryParts parts = StoryParts.send(database.store, base, gated);
            duels(to + ", " + how, () -> ours(database, parts, gate));
        }
        Folders.delete(base);
    }

    private void duels(String how, Duel.Side ours) throws Exception {
        try (MailPeers.BareLoop bare = new MailPeers.BareLoop(port)) {
            table.rates(how + "; bare loop, one kept connection", Duel.of(1, ROUNDS, () -> loop(bare::send), ours));
        }
        try (MailPeers.PlainCamel camel = new MailPeers.PlainCamel(port)) {
            table.rates(how + "; Camel as it comes", Duel.of(1, ROUNDS, () -> loop(camel::send), ours));
        }
    }

    private static double loop(Sending sending) throws Exception {
        long begin = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            sending.send();
        }
        return perSecond(begin);
    }

    /** From the moment the first may leave until the last is written down as sent and its job is gone. */
    private static double ours(Database database, StoryParts parts, Gate gate) {
        gate.close();
        parts.backlog(UNIT, MESSAGES);
        long begin = System.nanoTime();
        gate.open();
        await().atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> database.isEmpty("job_queue"));
        double rate = perSecond(begin);
        if (!database.isEmpty("ledger WHERE state <> 'SENT'")) {
            throw new IllegalStateException("Every message is taken, and so must be written down as sent");
        }
        return rate;
    }

    private static double perSecond(long begin) {
        return MESSAGES / ((System.nanoTime() - begin) / 1e9);
    }

    private interface Sending {
        void send() throws Exception;
    }
}

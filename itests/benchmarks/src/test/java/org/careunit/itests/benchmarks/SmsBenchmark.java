package org.careunit.itests.benchmarks;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.sms.SmsText.Reference;
import org.careunit.notifications.internal.SmsStoryParts;
import org.careunit.sms.internal.PeerSms;
import org.careunit.sms.internal.encoding.Packing;
import org.careunit.sms.internal.encoding.SmsEncoder;

/** P12: SMS over SMPP to a sink, with and without the ledger around them; encoding; receipts, on PostgreSQL. */
final class SmsBenchmark {

    private static final int WINDOW = 10;
    private static final int ROUNDS = Integer.getInteger("sms.rounds", 5);
    private static final int MESSAGES = Integer.getInteger("sms.messages", 2_000);
    private static final int TEXTS = Integer.getInteger("sms.texts", 200_000);
    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final List<String> MIXED = List.of(
            SmsPeers.TEXT,
            SmsPeers.TEXT + " " + SmsPeers.TEXT + " " + SmsPeers.TEXT,
            "Påminnelse: 3 ärenden {väntar} på [svar] – €",
            "Ditt ärende är besvarat \uD83D\uDE00. " + SmsPeers.TEXT);

    private final Table table = new Table(
            "SMS over SMPP to a sink, window " + WINDOW + ", PostgreSQL (P12)",
            "what",
            "peer or limit",
            "ours",
            "ratio");

    private SmsBenchmark() {}

    static void run() throws Exception {
        new SmsBenchmark().measure();
    }

    private void measure() throws Exception {
        Path base = Files.createTempDirectory("benchmark");
        try (SmsSink sink = new SmsSink();
                Database database = Database.postgres()) {
            SmsStoryParts parts = new SmsStoryParts(database.store, base);
            try (PeerSms adapter = new PeerSms(sink.port(), WINDOW, parts.receipts())) {
                gateway(sink, adapter);
                durable(sink, adapter, database, parts);
                receipts(sink, database);
            }
        } finally {
            Folders.delete(base);
        }
        encoding();
        table.print();
    }

    /** The adapter alone. */
    private void gateway(SmsSink sink, PeerSms adapter) throws Exception {
        try (SmsPeers.BareSession bare = new SmsPeers.BareSession(sink.port())) {
            table.rates(
                    "SMS a second, nothing written down; bare jSMPP",
                    Duel.of(1, ROUNDS, () -> window(piece -> bare.send()), () -> window(piece -> send(adapter))));
        }
    }

    private static double window(Window.Work work) throws Exception {
        return Window.rate(WINDOW, MESSAGES, work);
    }

    private static void send(PeerSms adapter) {
        adapter.send(new OutgoingSms(
                UUID.randomUUID(), new TelephoneNumber("+" + SmsPeers.TO), SmsPeers.TEXT, Optional.empty()));
    }

    private void durable(SmsSink sink, PeerSms adapter, Database database, SmsStoryParts parts) throws Exception {
        Gate gate = new Gate();
        parts.send(new Gated(adapter.gateway(), gate));
        Duel.Side ours = () -> ours(database, parts, gate);
        Duel bare;
        try (SmsPeers.BareSession session = new SmsPeers.BareSession(sink.port())) {
            bare = Duel.of(1, ROUNDS, () -> window(piece -> session.send()), ours);
        }
        table.rates("SMS a second, durable; bare jSMPP, nothing written down", bare);
        try (SmsPeers.PlainCamel camel = new SmsPeers.PlainCamel(sink.port())) {
            table.rates(
                    "... camel-smpp as it comes, nothing written down",
                    Duel.of(1, ROUNDS, () -> window(piece -> camel.send()), ours));
        }
        limit("... the goal", 500, bare.ours());
    }

    private void limit(String what, double goal, double ours) {
        table.row(
                what,
                String.format(Locale.ROOT, "%,.0f", goal),
                String.format(Locale.ROOT, "%,.0f", ours),
                String.format(Locale.ROOT, "%.2f", ours / goal));
    }

    /** From the moment the first may leave until the last is written down as sent and its job is gone. */
    private static double ours(Database database, SmsStoryParts parts, Gate gate) {
        gate.close();
        parts.backlog(UNIT, MESSAGES);
        long begin = System.nanoTime();
        gate.open();
        await().atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> database.isEmpty("job_queue"));
        double rate = MESSAGES / ((System.nanoTime() - begin) / 1e9);
        if (!database.isEmpty("ledger WHERE state <> 'SENT'")) {
            throw new IllegalStateException("Every message is taken, and so must be written down as sent");
        }
        return rate;
    }

    /** Of all that was sent; each is answered when it is written down. */
    private void receipts(SmsSink sink, Database database) throws Exception {
        List<String> parts = parts(database);
        double rate = Window.rate(WINDOW, parts.size(), piece -> sink.delivered(parts.get(piece)));
        if (!database.isEmpty("ledger WHERE state <> 'DELIVERED'")) {
            throw new IllegalStateException("Every receipt was answered, and so must be written down");
        }
        limit(String.format(Locale.ROOT, "receipts a second matched, durable, of %,d", parts.size()), 500, rate);
    }

    private static List<String> parts(Database database) throws SQLException {
        List<String> parts = new ArrayList<>();
        try (Connection connection = database.peer.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT part_id FROM sms_parts")) {
            while (rows.next()) {
                parts.add(rows.getString(1));
            }
        }
        return parts;
    }

    private void encoding() {
        SmsEncoder encoder = new SmsEncoder(Reference.EIGHT_BIT, Packing.UNPACKED);
        List<Double> rates = new ArrayList<>();
        for (int round = -2; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            int parts = 0;
            for (int text = 0; text < TEXTS; text++) {
                parts += encoder.encode(MIXED.get(text % MIXED.size()), text).size();
            }
            if (parts <= TEXTS) {
                throw new IllegalStateException("Some texts have several parts");
            }
            if (round >= 0) {
                rates.add(TEXTS / ((System.nanoTime() - begin) / 1e9));
            }
        }
        limit("texts a second encoded and split, one thread", 100_000, Duel.median(rates));
    }

    /** A gateway that is given nothing before a gate is open. */
    private record Gated(SmsGateway gateway, Gate gate) implements SmsGateway {

        @Override
        public DeliveryResult send(OutgoingSms sms) {
            gate.pass();
            return gateway.send(sms);
        }

        @Override
        public boolean isSetUp() {
            return gateway.isSetUp();
        }

        @Override
        public Runnable onRecovery(Runnable listener) {
            return gateway.onRecovery(listener);
        }
    }
}

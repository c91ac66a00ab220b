package org.careunit.itests.benchmarks;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.identity.HsaId;
import org.careunit.journal.internal.PeerRecordSystem;
import org.careunit.notifications.internal.recordsystem.NoticeParts;

/**
 * P14: a backlog of notices in the ledger, each taken by its job, told to a record system and written down as
 * delivered, on PostgreSQL; beside clients that write nothing down.
 */
final class JournalBenchmark {

    private static final int MESSAGES = Integer.getInteger("journal.messages", 1_000);
    private static final int ROUNDS = Integer.getInteger("journal.rounds", 5);
    private static final int CONNECTIONS = 4;
    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");

    private final Table table = new Table(
            "Record systems, durable, PostgreSQL: notices a second (P14)",
            "what, beside what",
            "peer's",
            "ours",
            "ratio");

    private JournalBenchmark() {}

    static void run() throws Exception {
        JournalBenchmark benchmark = new JournalBenchmark();
        benchmark.hl7();
        benchmark.fhir();
        benchmark.table.print();
    }

    private void hl7() throws Exception {
        try (MllpSink sink = new MllpSink();
                Durable ours = new Durable(Map.of("transport", "hl7", "port", Integer.toString(sink.port())))) {
            try (JournalPeers.HapiPair hapi = new JournalPeers.HapiPair()) {
                table.rates(
                        "HL7 by MLLP, one connection; HAPI's client and server (goal 0.5)",
                        Duel.of(1, ROUNDS, () -> loop(1, piece -> hapi.send()), ours::rate));
            }
            try (JournalPeers.BareSocket socket = new JournalPeers.BareSocket(sink.port())) {
                table.rates(
                        "... a bare socket that waits for each answer",
                        Duel.of(1, ROUNDS, () -> loop(1, piece -> socket.send()), ours::rate));
            }
        }
    }

    private void fhir() throws Exception {
        fhir("one connection", 1);
        fhir("as configured", CONNECTIONS);
    }

    private void fhir(String how, int connections) throws Exception {
        try (FhirSink sink = new FhirSink();
                JournalPeers.PlainHttp http = new JournalPeers.PlainHttp(sink.port());
                Durable ours = new Durable(Map.of(
                        "port",
                        Integer.toString(sink.port()),
                        "path",
                        FhirSink.PATH,
                        "connections",
                        Integer.toString(connections)))) {
            table.rates(
                    "FHIR Task created, " + how + "; camel-http alone (goal 0.5)",
                    Duel.of(1, ROUNDS, () -> loop(connections, piece -> http.send()), ours::rate));
        }
    }

    private static double loop(int threads, Window.Work work) throws Exception {
        return Window.rate(threads, MESSAGES, work);
    }

    /** Our whole way, from the ledger to a record system and back. */
    private static final class Durable implements AutoCloseable {

        private final Path base = Files.createTempDirectory("benchmark");
        private final Database database = Database.postgres();
        private final Gate gate = new Gate();
        private final PeerRecordSystem peer;
        private final NoticeParts parts;

        private Durable(Map<String, String> special) throws Exception {
            peer = new PeerRecordSystem(special);
            gate.open();
            parts = new NoticeParts(database.store, base, UNIT, new Gated(peer.system(), gate));
        }

        /** From the moment the first may leave until the last is written down as delivered and its job is gone. */
        private double rate() {
            gate.close();
            parts.backlog(MESSAGES);
            long begin = System.nanoTime();
            gate.open();
            await().atMost(Duration.ofMinutes(5))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> database.isEmpty("job_queue"));
            double rate = MESSAGES / ((System.nanoTime() - begin) / 1e9);
            if (!database.isEmpty("ledger WHERE state <> 'DELIVERED'")) {
                throw new IllegalStateException("Every notice is taken, and so must be written down as delivered");
            }
            return rate;
        }

        @Override
        public void close() throws IOException {
            parts.close();
            peer.close();
            database.close();
            Folders.delete(base);
        }
    }

    /** A record system that is told nothing before a gate is open. */
    private record Gated(RecordSystem system, Gate gate) implements RecordSystem {

        @Override
        public String name() {
            return system.name();
        }

        @Override
        public String fingerprint() {
            return system.fingerprint();
        }

        @Override
        public boolean mayNameResident() {
            return system.mayNameResident();
        }

        @Override
        public boolean isReachable() {
            return system.isReachable();
        }

        @Override
        public RecordSystemAnswer send(CaseNotice notice) {
            gate.pass();
            return system.send(notice);
        }
    }
}

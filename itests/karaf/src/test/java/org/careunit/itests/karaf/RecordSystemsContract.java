package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.careunit.itests.driver.internal.DriverMXBean;
import org.careunit.itests.host.Build;
import org.careunit.itests.host.KarafManagement;
import org.careunit.itests.host.KarafProcess;
import org.careunit.itests.peers.FhirPeer;
import org.careunit.itests.peers.MllpFault;
import org.careunit.itests.peers.MllpPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Record systems hear of cases: the distribution as it is shipped, with a FHIR server and an HL7 receiver outside it.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RecordSystemsContract {

    private static final String FHIR_UNIT = "SE1111111111-FHIR";
    private static final String HL7_UNIT = "SE1111111111-HL7";
    private static final String DRIVER = "org.careunit.itests:type=Driver";
    private static final String PASSWORD = "hemligt-och-unikt";
    private static final String CREDENTIALS =
            Base64.getEncoder().encodeToString(("careunit:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private FhirPeer fhir;
    private MllpPeer hl7;
    private KarafProcess karaf;
    private DriverMXBean host;

    /** What {@code careunit.storage.cfg} says. */
    abstract Map<String, String> storage() throws Exception;

    @BeforeAll
    void start() throws Exception {
        fhir = FhirPeer.open();
        hl7 = MllpPeer.open();
        karaf = KarafProcess.unpack(Build.DISTRIBUTION, getClass().getSimpleName());
        karaf.configure("careunit.storage", storage());
        configure(
                "north",
                FHIR_UNIT,
                Map.of(
                        "port",
                        Integer.toString(fhir.port()),
                        "path",
                        FhirPeer.PATH,
                        "user",
                        "careunit",
                        ".password",
                        PASSWORD));
        configure("south", HL7_UNIT, Map.of("port", Integer.toString(hl7.port()), "transport", "hl7"));
        logEverything("org.apache.hc", "org.apache.camel", "org.careunit.journal", "org.careunit.routes");
        Files.copy(Build.DRIVER, karaf.file("deploy/driver.jar"));
        connect(karaf.start());
        for (String unit : List.of(FHIR_UNIT, HL7_UNIT)) {
            host.open(unit, "Journalmottagningen");
            await().atMost(PATIENCE).until(() -> host.testRecordSystem(unit));
            host.turnOnRecordSystem(unit);
        }
    }

    private void configure(String name, String unit, Map<String, String> own) throws Exception {
        var configuration =
                new TreeMap<>(Map.of("units", unit, "host", "127.0.0.1", "security", "plain", "answerMillis", "3000"));
        configuration.putAll(own);
        karaf.configure("careunit.journal-" + name, configuration);
    }

    private void logEverything(String... loggers) throws Exception {
        var lines = new StringBuilder("\n");
        for (String logger : loggers) {
            String key = "log4j2.logger." + logger.replace('.', '_');
            lines.append(key).append(".name = ").append(logger).append('\n');
            lines.append(key).append(".level = TRACE\n");
        }
        Files.writeString(karaf.file("etc/org.ops4j.pax.logging.cfg"), lines, StandardOpenOption.APPEND);
    }

    private void connect(KarafManagement management) throws Exception {
        host = management.awaitManaged(DRIVER, DriverMXBean.class);
    }

    @AfterAll
    void stop() throws Exception {
        karaf.stop();
        karaf.close();
        fhir.close();
        hl7.close();
    }

    @Test
    void aCaseBecomesATaskWhichIsCompletedWithIt() throws Exception {
        accept(FHIR_UNIT, "case-received", "f1", "one");
        await().atMost(PATIENCE).until(() -> fhir.tasks().statuses().equals(List.of("completed", "requested")));
        accept(FHIR_UNIT, "answered", "f2", "one");
        await().atMost(PATIENCE).until(() -> fhir.tasks().statuses().equals(List.of("completed", "completed")));
        assertThat(fhir.tasks().all().values()).first().asString().contains("HTEST");
        assertThat(fhir.tasks().all().values()).last().asString().contains(FHIR_UNIT + "/one/1");
        assertThat(fhir.requests())
                .allSatisfy(request -> assertThat(request.authorization()).contains("Basic " + CREDENTIALS));
        assertThat(Files.readString(karaf.file("data/log/karaf.log")))
                .contains("ask-fhir-server")
                .doesNotContain(PASSWORD, CREDENTIALS, "resourceType", "MSH|");
        // the server has answered before the answer is in the ledger
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.ledger(FHIR_UNIT, "one"))
                .anyMatch(row -> row.startsWith("f1|DELIVERED|1|record system: CREATED, round 1"))
                .anyMatch(row -> row.startsWith("f2|DELIVERED|1|record system: COMPLETED, round 1")));
    }

    @Test
    void aMessageOfWhichNobodyKnowsGoesOutAgainUnderTheSameIdAfterAKill() throws Exception {
        assertThat(hl7.messages()).anyMatch(message -> message.contains("|T|2.5.1"));
        hl7.show(MllpFault.SILENCE);
        accept(HL7_UNIT, "case-received", "h1", "two");
        await().atMost(PATIENCE).until(() -> ids("two").size() == 1);
        karaf.kill();
        hl7.show(MllpFault.NONE);
        connect(karaf.start());
        await().atMost(PATIENCE)
                .until(() -> host.ledger(HL7_UNIT, "two").stream().anyMatch(row -> row.startsWith("h1|DELIVERED")));
        assertThat(ids("two")).hasSizeGreaterThan(1);
        assertThat(ids("two").stream().distinct()).hasSize(1);
        accept(HL7_UNIT, "withdrawn", "h2", "two");
        await().atMost(PATIENCE).until(() -> hl7.messages().stream().anyMatch(message -> message.contains("MDM^T11")));
    }

    /** MSH-10 of the messages about a case. */
    private List<String> ids(String caseId) {
        return hl7.messages().stream()
                .filter(message -> message.contains("|" + caseId + "^"))
                .map(message -> message.split("\\|")[9])
                .toList();
    }

    private void accept(String unit, String type, String id, String caseId) {
        String json =
                "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"occurredAt\":\"2026-03-05T08:00:00Z\",\"unit\":\""
                        + unit + "\",\"case\":\"" + caseId + "\",\"sequence\":" + id.substring(1)
                        + (type.equals("case-received") ? ",\"caseType\":\"kontakta-mig\"}" : "}");
        assertThat(host.accept(json)).isEqualTo("1/0");
    }
}

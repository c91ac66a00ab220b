package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.careunit.itests.driver.internal.DriverMXBean;
import org.careunit.itests.host.Build;
import org.careunit.itests.host.KarafManagement;
import org.careunit.itests.host.KarafProcess;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.itests.peers.SmsCentre;
import org.careunit.itests.peers.SmsFaults.Receipts;
import org.careunit.itests.peers.SmsHttpPeer;
import org.careunit.itests.peers.SmsReceived;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Somebody is given cases and hears of them by SMS: the distribution as it is shipped, with an SMS centre outside it
 * and, last, a gateway over HTTP in its place. What they took is the ledger that counts.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class SmsContract {

    private static final String UNIT = "SE1111111111-UNIT1";
    private static final String STAFF = "SE1111111111-STAFF1";
    private static final String NUMBER = "46701234567";
    private static final String DRIVER = "org.careunit.itests:type=Driver";
    private static final String SECRET = "0123456789abcdefXYZ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DirectoryPeer directory = DirectoryPeer.start();
    private SmsCentre centre;
    private SmsHttpPeer http;
    private KarafProcess karaf;
    private DriverMXBean host;

    /** What {@code careunit.storage.cfg} says. */
    abstract Map<String, String> storage() throws Exception;

    @BeforeAll
    void start() throws Exception {
        directory.unit(UNIT, "Provmottagningen").add();
        directory.staff(STAFF, UNIT, "Test", "Testsson").add();
        centre = SmsCentre.start();
        http = SmsHttpPeer.open();
        karaf = KarafProcess.unpack(Build.DISTRIBUTION, getClass().getSimpleName());
        karaf.configure("careunit.storage", storage());
        karaf.configure("careunit.notifications", Map.of("digestMinutes", "0"));
        karaf.configure(
                "careunit.directory",
                Map.of(
                        "host",
                        "127.0.0.1:" + directory.port(),
                        "security",
                        "plain",
                        "user",
                        DirectoryPeer.USER,
                        ".password",
                        DirectoryPeer.PASSWORD,
                        "baseDn",
                        DirectoryPeer.BASE));
        configure(Map.of("port", Integer.toString(centre.port())));
        Files.copy(Build.DRIVER, karaf.file("deploy/driver.jar"));
        connect(karaf.start());
        await().atMost(PATIENCE).until(() -> host.knows(STAFF));
        host.join(UNIT, "Provmottagningen", STAFF, List.of("reception@example.org"));
        host.wantSms(UNIT, STAFF, "+" + NUMBER);
    }

    private void configure(Map<String, String> own) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of(
                "host", "127.0.0.1",
                "security", "plain",
                "user", "careunit",
                ".password", "secret",
                "sender", "Careunit",
                "answerMillis", "3000"));
        all.putAll(own);
        karaf.configure("careunit.sms", all);
    }

    private void connect(KarafManagement management) throws Exception {
        host = management.awaitManaged(DRIVER, DriverMXBean.class);
    }

    @AfterAll
    void stop() throws Exception {
        karaf.stop();
        await().until(() -> centre.bound() == 0);
        karaf.close();
        centre.close();
        http.close();
        directory.close();
    }

    @Test
    @Order(1)
    void anSmsIsDeliveredWhenItsReceiptComesBeforeTheAnswer() {
        centre.faults().send(Receipts.FIRST);
        give("s1", "one");
        awaitRow("one", "s1|DELIVERED|1|");
        assertThat(toUs("one")).hasSize(1).first().satisfies(part -> {
            assertThat(part.to()).isEqualTo(NUMBER);
            assertThat(text(part)).contains("Du har tilldelats").doesNotContain("one", "kontakta", "Testsson");
        });
    }

    @Test
    @Order(2)
    void whatHadNoAnswerGoesOutAgainUnderTheSameReferenceAfterAKill() throws Exception {
        int before = centre.received().size();
        centre.faults().send(Receipts.TWICE);
        centre.faults().swallow(1);
        give("s2", "two");
        await().atMost(PATIENCE).until(() -> centre.received().size() > before);
        karaf.kill();
        connect(karaf.start());
        awaitRow("two", "s2|DELIVERED|");
        List<SmsReceived> all =
                centre.received().subList(before, centre.received().size());
        assertThat(all).hasSizeBetween(1, 2);
        assertThat(all)
                .extracting(SmsReceived::reference)
                .containsOnly(all.get(0).reference());
    }

    @Test
    @Order(3)
    void anSmsCentreThatWasAwayGetsWhatWaited() throws Exception {
        centre.faults().send(Receipts.AFTER);
        centre.down();
        give("s3", "three");
        centre.up();
        awaitRow("three", "s3|DELIVERED|1|");
    }

    @Test
    @Order(4)
    void aGatewayOverHttpTakesItsPlaceAndItsReceiptsComeByTheDoor() throws Exception {
        http.send(Receipts.TWICE);
        configure(Map.of(
                "protocol",
                "http",
                "port",
                Integer.toString(http.port()),
                "receiptPort",
                Integer.toString(org.careunit.itests.karaf.SmsCentre.freePort()),
                ".receiptSecret",
                SECRET));
        await().atMost(PATIENCE).until(() -> centre.bound() == 0);
        give("s4", "four");
        awaitRow("four", "s4|DELIVERED|1|");
        assertThat(http.received()).singleElement().satisfies(sms -> assertThat(sms)
                .containsEntry("to", "+" + NUMBER)
                .containsEntry("from", "Careunit"));
        assertThat(Files.readString(karaf.file("data/log/karaf.log"))).doesNotContain(NUMBER, SECRET);
    }

    private void give(String event, String caseId) {
        assertThat(host.accept("[" + StoryContract.received(event + "-in", caseId) + ","
                        + StoryContract.given(event, caseId) + "]"))
                .isEqualTo("2/0");
    }

    private void awaitRow(String caseId, String start) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(host.ledger(UNIT, caseId)).anyMatch(row -> row.startsWith(start)));
    }

    private List<SmsReceived> toUs(String caseId) {
        assertThat(host.ledger(UNIT, caseId)).isNotEmpty();
        return centre.received();
    }

    private static String text(SmsReceived part) {
        StringBuilder text = new StringBuilder();
        part.content().forEach(octet -> text.append((char) octet.intValue()));
        return text.toString();
    }
}

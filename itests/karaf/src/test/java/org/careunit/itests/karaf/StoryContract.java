package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.careunit.api.failure.UnavailableException;
import org.careunit.itests.driver.internal.DriverMXBean;
import org.careunit.itests.example.ChangeListenerMXBean;
import org.careunit.itests.example.Participants;
import org.careunit.itests.example.UnitJoinMXBean;
import org.careunit.itests.example.UnitPreparationMXBean;
import org.careunit.itests.host.Build;
import org.careunit.itests.host.KarafManagement;
import org.careunit.itests.host.KarafProcess;
import org.careunit.itests.peers.DirectoryEntry;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.itests.peers.MailPeer;
import org.careunit.itests.peers.MailReceived;
import org.careunit.itests.peers.MailStage;
import org.careunit.itests.peers.MailboxPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * An event comes in, and the right person hears of it: the distribution as it is shipped, a directory and a mail server
 * outside it, and faults on every side. What the mail server took is the ledger that counts.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StoryContract {

    private static final String UNIT = "SE1111111111-UNIT1";
    private static final String STAFF = "SE1111111111-STAFF1";
    private static final String OTHER = "SE1111111111-STAFF2";
    private static final String DRIVER = "org.careunit.itests:type=Driver";
    private static final String EXAMPLE = "org.careunit.itests:type=UnitJoin";
    private static final String NOTICING = "org.careunit.itests:type=ChangeListener";
    private static final String PREPARING = "org.careunit.itests:type=UnitPreparation";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DirectoryPeer directory = DirectoryPeer.start();
    private final MailPeer mail = new MailPeer(Clock.systemUTC()).start();
    private MailboxPeer returned;
    private KarafProcess karaf;
    private DriverMXBean host;
    private UnitJoinMXBean example;
    private UnitPreparationMXBean preparing;
    private ChangeListenerMXBean noticing;

    /** What {@code careunit.storage.cfg} says. */
    abstract Map<String, String> storage() throws Exception;

    @BeforeAll
    void start() throws Exception {
        directory.unit(UNIT, "Provmottagningen").add();
        directory
                .staff(STAFF, UNIT, "Test", "Testsson")
                .with("title", "Provläkare")
                .with("mail", "test.testsson@example.org")
                .add();
        directory.staff(OTHER, UNIT, "Prov", "Provsson").add();
        addCast();
        karaf = KarafProcess.unpack(Build.DISTRIBUTION, getClass().getSimpleName());
        karaf.configure("careunit.storage", storage());
        karaf.configure("careunit.notifications", Map.of("digestMinutes", "0", "link", "https://example.org/"));
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
                        DirectoryPeer.BASE,
                        "cacheMinutes",
                        "0"));
        karaf.configure(
                "careunit.mail",
                Map.of(
                        "host", "127.0.0.1",
                        "port", Integer.toString(mail.port()),
                        "security", "plain",
                        "from", "avisering@example.org",
                        "bounceAddress", "bounces+{token}@example.org",
                        "answerMillis", "3000"));
        returned = MailboxPeer.start();
        karaf.configure(
                "careunit.bounces",
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(returned.port()),
                        "security",
                        "plain",
                        "user",
                        MailboxPeer.USER,
                        ".password",
                        MailboxPeer.PASSWORD,
                        "pollSeconds",
                        "5"));
        Files.copy(Build.DRIVER, karaf.file("deploy/driver.jar"));
        Files.copy(Build.EXAMPLE, karaf.file("deploy/example.jar"));
        connect(karaf.start());
        await().atMost(PATIENCE).until(() -> host.knows(STAFF));
        host.join(UNIT, "Provmottagningen", STAFF, List.of("reception@example.org", "chef@example.com"));
    }

    private void addCast() {
        DirectoryEntry unit = directory.unit(Participants.UNIT, Participants.UNIT_NAME);
        Participants.UNIT_ATTRIBUTES.forEach(unit::with);
        unit.add();
        directory.unit(Participants.NEW_UNIT, Participants.NEW_UNIT_NAME).add();
        directory
                .staff(Participants.REGIONAL, Participants.UNIT, "Test", "Exempelsson")
                .add();
        Participants.NUMBERS.forEach((staff, number) -> directory
                .staff(staff, Participants.UNIT, "Test", "Exempelsson")
                .with("personalIdentityNumber", number.replaceAll("\\D", ""))
                .add());
    }

    private void connect(KarafManagement management) throws Exception {
        host = management.awaitManaged(DRIVER, DriverMXBean.class);
        example = management.awaitManaged(EXAMPLE, UnitJoinMXBean.class);
        preparing = management.awaitManaged(PREPARING, UnitPreparationMXBean.class);
        noticing = management.awaitManaged(NOTICING, ChangeListenerMXBean.class);
    }

    @AfterEach
    void mend() {
        mail.faults().clear();
    }

    @AfterAll
    void stop() throws Exception {
        karaf.stop();
        karaf.close();
        mail.close();
        returned.close();
        directory.close();
    }

    @Test
    void aCaseComesInAndIsGivenToSomebodyAndEachHearsOfItOnce() {
        String received = received("e1", "case-one");
        String given = given("e2", "case-one");
        assertThat(host.accept("[" + received + "," + given + "]")).isEqualTo("2/0");
        host.post(received);
        host.post("[" + given + "," + received("e3", "case-one") + "]");
        awaitSent("case-one", 5);
        assertThat(recipients("case-one"))
                .containsExactlyInAnyOrder(
                        "e1 r***@example.org",
                        "e1 c***@example.com",
                        "e2 t***@example.org",
                        "e3 r***@example.org",
                        "e3 c***@example.com");
        assertThat(to("test.testsson@example.org")).last().satisfies(one -> {
            assertThat(one.subject()).isEqualTo("Du har tilldelats ett ärende");
            assertThat(one.text()).contains("Provmottagningen", "https://example.org/");
        });
        assertThat(mail.accepted()).allSatisfy(one -> assertThat(one.raw())
                .contains("Auto-Submitted: auto-generated")
                .doesNotContain("kontakta-mig", "Testsson", "case-one"));
        assertThat(host.signature(UNIT, STAFF, "2000-01-03")).isEqualTo("Test Testsson\nProvläkare\n2000-01-03");
        assertNobodyTwice();
    }

    @Test
    void aHostModuleHasAUnitJoinAndTakesAnotherFromNothingToReady() {
        assertThat(example.join()).hasSizeGreaterThan(20).allMatch(step -> step.startsWith("ok | "));
        assertThat(preparing.prepare())
                .hasSizeGreaterThan(60)
                .allMatch(step -> step.startsWith("ok | "))
                .anyMatch(step -> step.startsWith("ok | the unit is ready"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(noticing.noticed())
                .contains(
                        "account|platform|*|" + Participants.FIRST,
                        "case-type|region|01|exempelarende",
                        "case-type|unit|" + Participants.NEW_UNIT + "|boka-tid",
                        "case-type-handed-out|unit|" + Participants.UNIT + "|exempelarende",
                        "case-type-named|unit|" + Participants.UNIT + "|exempelarende",
                        "default|region|01|resident-reminder",
                        "permissions|unit|" + Participants.UNIT + "|" + Participants.FIRST,
                        "personal|unit|" + Participants.NEW_UNIT + "|" + Participants.FIRST,
                        "region|region|01|support-contact",
                        "settings|unit|" + Participants.UNIT + "|record-system-notification",
                        "terms|unit|" + Participants.NEW_UNIT + "|boka-tid",
                        "unit|unit|" + Participants.UNIT + "|" + Participants.UNIT)
                .anyMatch(notice -> notice.matches("approved\\|unit\\|" + Participants.UNIT + "\\|[0-9a-f]{64}")));
    }

    @Test
    void aMailServerThatPutsItOffGetsItAgain() {
        mail.faults().refuse(MailStage.RCPT, "451 4.3.0 Not now", "reception@example.org", 1);
        host.accept(received("later-1", "later"));
        awaitSent("later", 2);
        assertThat(host.ledger(UNIT, "later")).anyMatch(row -> row.startsWith("later-1|SENT|2|r***"));
        assertNobodyTwice();
    }

    @Test
    void aMailServerThatHangsAfterTheDataIsGivenItAgainUnderTheSameId() {
        int before = mail.accepted().size();
        mail.faults().hangBeforeAccepting();
        host.accept(received("hang-1", "hang"));
        await().atMost(PATIENCE).until(() -> host.ledger(UNIT, "hang").stream().allMatch(row -> row.contains("|TEMP")));
        mail.faults().release();
        awaitSent("hang", 2);
        assertThat(mail.accepted()).hasSize(before + 2);
        assertNobodyTwice();
    }

    @Test
    void aRefusedAddressIsHeldBackAndTheOthersHear() {
        host.join(
                "SE1111111111-UNIT2", "Andra provmottagningen", OTHER, List.of("gone@example.org", "here@example.org"));
        mail.faults().refuse(MailStage.RCPT, "550 5.1.1 No such user", "gone@example.org", 1);
        host.accept(received("gone-1", "gone").replace(UNIT, "SE1111111111-UNIT2"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.ledger("SE1111111111-UNIT2", "gone"))
                .anyMatch(row -> row.contains("|PERMANENT_FAILURE|1|g***"))
                .anyMatch(row -> row.contains("|SENT|1|h***")));
        host.accept(received("gone-2", "gone").replace(UNIT, "SE1111111111-UNIT2"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.ledger("SE1111111111-UNIT2", "gone"))
                .anyMatch(row -> row.startsWith("gone-2|SUPPRESSED|0|g***")));
        assertThat(to("gone@example.org")).isEmpty();
    }

    @Test
    void aMailThatComesBackEndsItsMessageAndSuppressesTheAddress() {
        String unit = "SE1111111111-UNIT3";
        host.join(unit, "Tredje provmottagningen", OTHER, List.of("left@example.org"));
        host.accept(received("left-1", "left").replace(UNIT, unit));
        await().atMost(PATIENCE).until(() -> to("left@example.org").size() == 1);
        returned.deliver(bounce(to("left@example.org").get(0).from()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.ledger(unit, "left"))
                .anyMatch(row -> row.startsWith("left-1|PERMANENT_FAILURE|1|l***")));
        await().atMost(PATIENCE).until(() -> returned.mails() == 0);
        host.accept(received("left-2", "left").replace(UNIT, unit));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.ledger(unit, "left"))
                .anyMatch(row -> row.startsWith("left-2|SUPPRESSED|0|l***")));
        assertThat(to("left@example.org")).hasSize(1);
    }

    /** Without a copy of ours, so that nothing but the return address says which it is. */
    static byte[] bounce(String returnAddress) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.org
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                It failed.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; left@example.org
                Action: failed
                Status: 5.1.1

                --b--
                """
                .formatted(returnAddress)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void withoutTheDirectoryTheLastKnownAddressIsUsed() throws Exception {
        host.signature(UNIT, STAFF, "2000-01-03"); // asks the directory, and remembers
        int before = to("test.testsson@example.org").size();
        directory.stop();
        try {
            host.accept(given("down-1", "down"));
            awaitSent("down", 1);
            assertThat(to("test.testsson@example.org")).hasSize(before + 1);
        } finally {
            directory.resume();
        }
    }

    @Test
    void aNodeThatIsKilledBetweenCommitAndMailLosesNothing() throws Exception {
        mail.faults().hangBeforeAccepting();
        int before = mail.accepted().size();
        assertThat(host.accept("[" + received("kill-1", "kill") + "," + given("kill-2", "kill") + "]"))
                .isEqualTo("2/0");
        host.post(received("kill-3", "kill"));
        karaf.kill();
        mail.faults().clear();
        connect(karaf.start());
        awaitSent("kill", 5);
        assertThat(mail.accepted()).hasSizeGreaterThanOrEqualTo(before + 5);
        assertNobodyTwice();
    }

    /** Every message that was taken has a Message-ID of its own. */
    private void assertNobodyTwice() {
        assertThat(mail.accepted()).extracting(MailReceived::messageId).doesNotHaveDuplicates();
    }

    final DriverMXBean host() {
        return host;
    }

    final void awaitSent(String caseId, int rows) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UnavailableException.class)
                .untilAsserted(() ->
                        assertThat(host.ledger(UNIT, caseId)).hasSize(rows).allMatch(row -> row.contains("|SENT|")));
    }

    private List<String> recipients(String caseId) {
        return host.ledger(UNIT, caseId).stream()
                .map(row -> row.split("\\|"))
                .map(row -> row[0] + " " + row[3])
                .toList();
    }

    private List<MailReceived> to(String address) {
        return mail.accepted().stream()
                .filter(one -> one.to().contains(address))
                .toList();
    }

    static String received(String id, String caseId) {
        return event(Map.of("id", id, "type", "case-received", "case", caseId, "caseType", "kontakta-mig"));
    }

    static String given(String id, String caseId) {
        return event(Map.of("id", id, "type", "case-given", "case", caseId, "to", STAFF, "by", OTHER));
    }

    private static String event(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(keys);
        all.put("unit", UNIT);
        all.put("occurredAt", "2000-01-03T08:00:00Z");
        return all.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}

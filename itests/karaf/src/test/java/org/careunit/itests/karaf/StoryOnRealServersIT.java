package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.careunit.itests.driver.internal.DriverMXBean;
import org.careunit.itests.host.Build;
import org.careunit.itests.host.KarafManagement;
import org.careunit.itests.host.KarafProcess;
import org.careunit.itests.peers.MailReceived;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The story with servers that are not written in Java: OpenLDAP, postfix and PostgreSQL, as Debian packages them, over
 * TLS where it is mail and directory. What lies in the mailboxes is the ledger that counts. Needs root; see the profile
 * {@code real-servers}.
 */
@Tag("real-servers")
@EnabledIf(
        value = "org.careunit.itests.karaf.RealServersPackages#canBeHad",
        disabledReason =
                "slapd, postfix and postgresql-15 need root, Debian, and its archive unless they are installed")
@TestInstance(Lifecycle.PER_CLASS)
class StoryOnRealServersIT {

    private static final String UNIT = "SE1111111111-UNIT1";
    private static final String STAFF = "SE1111111111-STAFF1";
    private static final String OTHER = "SE1111111111-STAFF2";
    private static final String DRIVER = "org.careunit.itests:type=Driver";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private RealServersDatabase database;
    private RealServersDirectory directory;
    private RealServersMail mail;
    private KarafProcess karaf;
    private DriverMXBean host;

    @BeforeAll
    void start() throws Exception {
        RealServersPackages.install();
        database = RealServersDatabase.start();
        started.push(database::stop);
        directory = RealServersDirectory.start();
        started.push(directory::stop);
        mail = RealServersMail.start();
        started.push(mail::stop);
        karaf = KarafProcess.unpack(Build.DISTRIBUTION, getClass().getSimpleName());
        karaf.configure("careunit.storage", database.configuration());
        karaf.configure("careunit.notifications", Map.of("digestMinutes", "0", "link", "https://example.org/"));
        karaf.configure("careunit.directory", directory.configuration());
        karaf.configure("careunit.mail", mail.configuration());
        Files.copy(Build.DRIVER, karaf.file("deploy/driver.jar"));
        started.push(karaf);
        KarafManagement management = karaf.start();
        started.push(karaf::stop);
        host = management.awaitManaged(DRIVER, DriverMXBean.class);
        await().atMost(PATIENCE).until(() -> host.knows(STAFF));
        host.join(UNIT, "Vårdcentralen Åsnäs", STAFF, List.of("reception@example.org", "chef@example.com"));
    }

    @AfterAll
    void stop() {
        List<Exception> failures = new ArrayList<>();
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failure) {
                failures.add(failure);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aCaseComesInAndIsGivenToSomebodyAndEachHearsOfItOnce() {
        assertThat(host.accept(StoryContract.received("e1", "case-one"))).isEqualTo("1/0");
        host.post(StoryContract.given("e2", "case-one"));
        assertThat(host.accept(StoryContract.received("e1", "case-one"))).isEqualTo("0/1");
        awaitRow(UNIT, "case-one", "e1|SENT|1|r***");
        awaitRow(UNIT, "case-one", "e1|SENT|1|c***");
        awaitRow(UNIT, "case-one", "e2|SENT|1|a***");
        for (String address : List.of("reception@example.org", "chef@example.com")) {
            assertThat(awaitOne(address, "Nytt ärende i 1177 e-tjänster").text())
                    .contains("Vårdcentralen Åsnäs har fått ett nytt ärende i 1177 e-tjänster.");
        }
        assertThat(awaitOne("asa.testsson@example.org", "Du har tilldelats ett ärende")
                        .text())
                .contains("Du har tilldelats ett ärende", "Vårdcentralen Åsnäs", "https://example.org/");
        assertNobodyTwice();
    }

    @Test
    void theSignatureIsMadeOfWhatOpenLdapSays() {
        assertThat(host.signature(UNIT, STAFF, "2000-01-03")).isEqualTo("Åsa Testsson\nÖverläkare\n2000-01-03");
    }

    /** Each with the words of its own test of the reader; here they come out of OpenLDAP. */
    @Test
    void awkwardPeopleInOpenLdapAreRight() {
        String hidden = "Siv Skyddad||||protected holds";
        Map.of(
                        "TWO",
                                List.of(
                                        "Tova Tvåsson|Överläkare|t***@example.org||holds",
                                        "Tova Tvåsson|Läkare|t***@example.org||does not hold"),
                        "SURNAME", List.of("Ensam||||holds"),
                        "MARKED", List.of(hidden),
                        "OPTION", List.of(hidden),
                        "CLASS", List.of(hidden),
                        "MISSPELT", List.of(hidden),
                        "ONEOFTWO", List.of(hidden, hidden),
                        "HOSTILE", List.of("Anna Ond Sson|<script>alert(1)</script>Läkare|||holds"),
                        "LANG", List.of("Språk x|Läkare|||holds"),
                        "NODATE", List.of("Olga Oläsbar||||holds unreadable"))
                .forEach((who, entries) ->
                        assertThat(host.entries("SE1111111111-" + who)).as(who).isEqualTo(entries));
    }

    @Test
    void whoOpenLdapDoesNotEmployNowIsGivenNothing() {
        assertThat(host.assign(UNIT, "SE1111111111-ENDED")).contains("the employment has ended");
        assertThat(host.assign(UNIT, "SE1111111111-NOTYET")).contains("the employment begins on 2099-01-01");
        assertThat(host.assign(UNIT, "SE1111111111-NODATE")).contains("cannot be read");
        assertThat(host.assign(UNIT, "SE1111111111-NOBODY"))
                .contains("The directory does not know SE1111111111-NOBODY");
        assertThat(host.assign(UNIT, "SE1111111111-TWO")).isEqualTo("ok");
    }

    @Test
    void coOrdinationNumbersAreFoundInOpenLdap() {
        assertThat(host.lookUp(UNIT, "900178+9818")).containsExactly("SE1111111111-COORD");
        assertThat(host.lookUp(UNIT, "18900060\u20139819")).containsExactly("SE1111111111-NODAY");
    }

    @Test
    void aProtectedPersonSignsWithTheUnitsName() {
        assertThat(host.assign(UNIT, "SE1111111111-CLASS")).isEqualTo("ok");
        assertThat(host.signature(UNIT, "SE1111111111-CLASS", "2000-01-03"))
                .isEqualTo("Vårdcentralen Åsnäs\n2000-01-03");
    }

    @Test
    void anAddressThatPostfixDoesNotKnowIsHeldBackAndTheOthersHear() {
        String unit = "SE1111111111-UNIT2";
        host.join(unit, "Östra provmottagningen", OTHER, List.of("gone@example.org", "here@example.org"));
        host.accept(StoryContract.received("gone-1", "gone").replace(UNIT, unit));
        awaitRow(unit, "gone", "gone-1|PERMANENT_FAILURE|1|g***");
        awaitRow(unit, "gone", "gone-1|SENT|1|h***");
        assertThat(awaitOne("here@example.org", "Nytt ärende i 1177 e-tjänster").text())
                .contains("Östra provmottagningen");
        assertThat(mail.to("avisering@example.org")).isEmpty();
        assertNobodyTwice();
    }

    @Test
    void anAddressThatPostfixPutsOffGetsItOnceAfterwards() throws Exception {
        String unit = "SE1111111111-UNIT3";
        host.join(unit, "Västra provmottagningen", OTHER, List.of("later@example.org"));
        mail.putOff("later@example.org");
        try {
            host.accept(StoryContract.received("later-1", "later").replace(UNIT, unit));
            awaitRow(unit, "later", "later-1|TEMPORARY_FAILURE|");
        } finally {
            mail.takeAll();
        }
        awaitRow(unit, "later", "later-1|SENT|");
        assertThat(awaitOne("later@example.org", "Nytt ärende i 1177 e-tjänster")
                        .text())
                .contains("Västra provmottagningen");
        assertNobodyTwice();
    }

    @Test
    void whatComesWhileDatabaseAndDirectoryAreDownIsToldAfterwards() throws Exception {
        String unit = "SE1111111111-UNIT4";
        host.join(unit, "Södra provmottagningen", OTHER, List.of("reception@example.org"));
        assertThat(host.signature(unit, OTHER, "2000-01-03")).isEqualTo("Örjan Provsson\nSjuksköterska\n2000-01-03");
        database.stop();
        directory.stop();
        try {
            host.post(givenToOther("down-1", unit));
            assertThat(host.accept(givenToOther("down-2", unit))).isEqualTo("UnavailableException");
            database.resume();
            awaitRow(unit, "down", "down-1|SENT|1|o***");
        } finally {
            directory.resume();
        }
        assertThat(awaitOne("orjan.provsson@example.org", "Du har tilldelats ett ärende")
                        .text())
                .contains("Södra provmottagningen");
        assertNobodyTwice();
    }

    private static String givenToOther(String id, String unit) {
        return StoryContract.given(id, "down")
                .replace(UNIT, unit)
                .replace(OTHER, "")
                .replace(STAFF, OTHER)
                .replace("\"by\":\"\"", "\"by\":\"" + STAFF + "\"");
    }

    private void awaitRow(String unit, String caseId, String start) {
        await().atMost(PATIENCE)
                .ignoreExceptions() // the ledger cannot be read while the database is down
                .untilAsserted(() -> assertThat(host.ledger(unit, caseId))
                        .filteredOn(row -> row.startsWith(start))
                        .hasSize(1));
    }

    /** Postfix delivers a moment after it has said yes. */
    private MailReceived awaitOne(String address, String subject) {
        await().atMost(PATIENCE).until(() -> mail.to(address), found -> !found.isEmpty());
        assertThat(mail.to(address)).hasSize(1).first().satisfies(one -> {
            assertThat(one.subject()).isEqualTo(subject);
            assertThat(one.from()).isEqualTo("<avisering@example.org>");
            assertThat(one.raw()).contains("ESMTPS").doesNotContain("kontakta-mig", "Testsson");
        });
        return mail.to(address).get(0);
    }

    private void assertNobodyTwice() {
        assertThat(mail.all()).extracting(MailReceived::messageId).doesNotHaveDuplicates();
    }
}

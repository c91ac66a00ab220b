package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.careunit.itests.driver.internal.DriverMXBean;
import org.careunit.itests.host.Build;
import org.careunit.itests.host.KarafProcess;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.itests.peers.MailPeer;
import org.careunit.itests.peers.MailReceived;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * SMS by an SMS centre and a gateway, and a mailbox, that are not written in Java: npm's {@code smpp}, Kannel and
 * Dovecot. Needs root; see the profile {@code real-servers}.
 */
@Tag("real-servers")
@EnabledIf(
        value = "org.careunit.itests.karaf.RealServersPackages#canBeHad",
        disabledReason = "kannel, dovecot-imapd and npm need root, Debian, and its archive unless they are installed")
@TestInstance(Lifecycle.PER_CLASS)
class MessagesOnRealServersIT {

    private static final String UNIT = "SE1111111111-UNIT1";
    private static final String STAFF = "SE1111111111-STAFF1";
    private static final String DRIVER = "org.careunit.itests:type=Driver";
    private static final String GONE = "left@example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final DirectoryPeer directory = DirectoryPeer.start();
    private final MailPeer mail = new MailPeer(Clock.systemUTC()).start();
    private RealServersSms sms;
    private RealServersMailbox mailbox;
    private KarafProcess karaf;
    private DriverMXBean host;

    @BeforeAll
    void start() throws Exception {
        RealServersPackages.install();
        started.push(directory);
        started.push(mail);
        directory.unit(UNIT, "Provmottagningen").add();
        directory.staff(STAFF, UNIT, "Test", "Testsson").add();
        sms = RealServersSms.start();
        started.push(sms::stop);
        mailbox = RealServersMailbox.start();
        started.push(mailbox::stop);
        karaf = KarafProcess.unpack(Build.DISTRIBUTION, getClass().getSimpleName());
        configure();
        Files.copy(Build.DRIVER, karaf.file("deploy/driver.jar"));
        started.push(karaf);
        host = karaf.start().awaitManaged(DRIVER, DriverMXBean.class);
        started.push(karaf::stop);
        await().atMost(PATIENCE).until(() -> host.knows(STAFF));
        host.join(UNIT, "Provmottagningen", STAFF, List.of(GONE));
        host.wantSms(UNIT, STAFF, "+46701234567");
    }

    private void configure() throws Exception {
        karaf.configure("careunit.notifications", Map.of("digestMinutes", "0"));
        karaf.configure(
                "careunit.directory",
                Map.of(
                        "host", "127.0.0.1:" + directory.port(),
                        "security", "plain",
                        "user", DirectoryPeer.USER,
                        ".password", DirectoryPeer.PASSWORD,
                        "baseDn", DirectoryPeer.BASE));
        karaf.configure(
                "careunit.mail",
                Map.of(
                        "host", "127.0.0.1",
                        "port", Integer.toString(mail.port()),
                        "security", "plain",
                        "from", "avisering@example.org",
                        "bounceAddress", "bounces+{token}@example.org"));
        karaf.configure("careunit.bounces", mailbox.configuration());
        karaf.configure("careunit.sms", sms.direct());
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
    void anSmsIsDeliveredByTheSmsCentreAndThenByKannel() throws Exception {
        give("r1", "one");
        awaitRow("one", "r1|DELIVERED|1|");
        assertThat(sms.said()).anyMatch(line -> line.equals("BIND careunit"));
        assertThat(sms.said()).anyMatch(line -> line.startsWith("SUBMIT 46701234567 0 "));
        int before = sms.said().size();
        karaf.configure("careunit.sms", sms.overKannel());
        await().atMost(PATIENCE)
                .until(() ->
                        Files.readString(karaf.file("data/log/karaf.log")).split("The routes of sms run").length > 2);
        give("r2", "two");
        awaitRow("two", "r2|DELIVERED|1|");
        assertThat(sms.said().subList(before, sms.said().size()))
                .anyMatch(line -> line.startsWith("SUBMIT 46701234567 0 ") && line.contains("tilldelat"));
    }

    @Test
    void aMailThatComesBackToDovecotEndsItsMessageAndIsDeleted() throws Exception {
        host.accept(StoryContract.received("b1", "back"));
        await().atMost(PATIENCE).until(() -> !toGone().isEmpty());
        await().atMost(PATIENCE)
                .until(() -> host.ledger(UNIT, "back").stream().anyMatch(row -> row.startsWith("b1|SENT")));
        mailbox.deliver(StoryContract.bounce(toGone().get(0).from()));
        awaitRow("back", "b1|PERMANENT_FAILURE|1|l***");
        await().atMost(PATIENCE).until(() -> mailbox.mails() == 0);
    }

    private List<MailReceived> toGone() {
        return mail.accepted().stream().filter(one -> one.to().contains(GONE)).toList();
    }

    private void give(String event, String caseId) {
        assertThat(host.accept(StoryContract.given(event, caseId))).isEqualTo("1/0");
    }

    private void awaitRow(String caseId, String start) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(host.ledger(UNIT, caseId)).anyMatch(row -> row.startsWith(start)));
    }
}

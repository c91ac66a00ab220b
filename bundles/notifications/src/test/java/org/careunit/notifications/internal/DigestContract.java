package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.api.messages.MessageState.SENT;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.events.CaseChange;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.StaffText;
import org.junit.jupiter.api.Test;

/** Which news leave together in one message, and when, on every database. */
abstract class DigestContract extends OutgoingFixture {

    @Test
    void theFirstLeavesAtOnceAndWhatFollowsWithinTheWindowLeavesTogether() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(now));
        sendAll();
        now = now.plusSeconds(60);
        happens("e2", RECEIVED);
        now = now.plusSeconds(60);
        happens("e3", RECEIVED);
        Instant windowEnds = Instant.parse("2000-01-03T08:10:00Z");
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(windowEnds));
        now = windowEnds;
        sendAll();
        assertThat(gateway.sent).hasSize(2);
        assertThat(gateway.sent.get(1).subject()).isEqualTo("2 nya ärenden i 1177 e-tjänster");
        now = now.plusSeconds(60); // the digest has opened a window of its own
        happens("e4", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(windowEnds.plus(Duration.ofMinutes(10))));
        sendAll();
        now = now.plus(Duration.ofHours(1));
        happens("e5", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(now));
    }

    @Test
    void whatIsGatheredSaysInTheLedgerWhenItLeaves() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        happens("e2", RECEIVED);
        assertThat(rows("e1")).singleElement().satisfies(row -> assertThat(row.detail())
                .isEmpty());
        assertThat(rows("e2")).singleElement().satisfies(row -> assertThat(row.detail())
                .isEqualTo("Gathered with further news; leaves at 09:10 (Europe/Stockholm)"));
    }

    @Test
    void theUnitsOwnWindowAndWordsTakeThePlaceOfTheConfigured() {
        town.turnOn("reception@example.org");
        town.words = Optional.of(
                words(60, new StaffText("{count} i {unit}", "Hej {unit}!\n{count} nya.\nHär: {link}\nHälsningar")));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("1 i Provmottagningen");
            assertThat(mail.text()).isEqualTo("Hej Provmottagningen!\n1 nya.\nHälsningar\n");
        });
        happens("e2", RECEIVED);
        Instant hourLater = now.plus(Duration.ofHours(1));
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(hourLater));
        town.words = Optional.empty(); // what gathers leaves when it was to leave
        happens("e3", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(hourLater));
    }

    @Test
    void aShorterWindowEndsOneThatIsRunning() {
        town.turnOn("reception@example.org");
        town.words = Optional.of(words(60, null));
        happens("e1", RECEIVED);
        sendAll();
        town.words = Optional.empty();
        happens("e2", RECEIVED);
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(job.due())
                .isEqualTo(now.plus(Duration.ofMinutes(10))));
    }

    @Test
    void theLinkStandsInTheUnitsWords() {
        build(Map.of("link", "https://example.org/"));
        town.turnOn("reception@example.org");
        town.words = Optional.of(words(10, new StaffText("Nytt", "Logga in: {link}")));
        happens("e1", RECEIVED);
        sendAll();
        assertThat(gateway.sent).singleElement().satisfies(mail -> assertThat(mail.text())
                .isEqualTo("Logga in: https://example.org/\n"));
    }

    @Test
    void whatComesWhileAMessageIsOnItsWayBelongsIntoTheNext() {
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        sendAll();
        happens("e2", RECEIVED);
        gateway.before = () -> happens("e3", RECEIVED);
        sendAll();
        gateway.before = () -> {};
        assertThat(gateway.sent.get(1).subject()).isEqualTo("Nytt ärende i 1177 e-tjänster");
        sendAll();
        assertThat(gateway.sent).hasSize(3);
        assertThat(states("e3")).containsExactly(SENT);
    }

    @Test
    void aWindowOfNothingSendsEachAtOnce() {
        build(Map.of("digestMinutes", "0"));
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        happens("e2", RECEIVED);
        assertThat(sendJobs()).hasSize(2).allSatisfy(job -> assertThat(job.due())
                .isEqualTo(now));
    }

    @Test
    void aDigestCountsWhatIsStillWanted() {
        town.turnOn("reception@example.org");
        for (int i = 0; i < 5; i++) {
            happens(event("e" + i, "c" + i, 1, RECEIVED));
            if (i == 0) {
                sendAll();
            }
        }
        happens(event("w1", "c2", 2, new CaseChange.Withdrawn()));
        happens(event("w2", "c4", 2, new CaseChange.Closed()));
        sendAll();
        assertThat(gateway.sent).hasSize(2);
        assertThat(gateway.sent.get(1).subject()).isEqualTo("2 nya ärenden i 1177 e-tjänster");
    }

    @Test
    void newsOfOneTopicDoNotWaitForThoseOfAnother() {
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        happens("e1", new CaseChange.Given(A, B));
        tests.send(OPERATOR, Events.UNIT, A, Channel.EMAIL);
        assertThat(sendJobs()).hasSize(2).allSatisfy(job -> assertThat(job.due())
                .isEqualTo(now));
        sendAll();
        assertThat(gateway.sent)
                .extracting(OutgoingMail::subject)
                .containsExactlyInAnyOrder("Du har tilldelats ett ärende", "Testmeddelande");
        assertThat(rows("e1")).singleElement().satisfies(row -> assertThat(row.topic())
                .isEqualTo(Topic.GIVEN));
    }

    @Test
    void aMessageHasOneJobWhateverBecomesOfTheAddressWhileItGathers() {
        town.wantToBeTold.put(A, new EmailAddress("a@example.org"));
        happens("e1", new CaseChange.Given(A, B));
        sendAll();
        happens("e2", new CaseChange.Given(A, B));
        town.wantToBeTold.put(A, new EmailAddress("a@another.example.com"));
        happens("e3", new CaseChange.Given(A, B));
        assertThat(sendJobs()).singleElement().satisfies(job -> assertThat(
                        job.job().id().key())
                .isEqualTo(rows("e2").get(0).messageId().orElseThrow().toString()));
        sendAll();
        assertThat(gateway.sent).hasSize(2).last().satisfies(mail -> {
            assertThat(mail.to().value()).isEqualTo("a@another.example.com");
            assertThat(mail.subject()).isEqualTo("Du har tilldelats 2 ärenden");
        });
    }
}

package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.DecidingVersion.Level;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.time.SwedishTime;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a case did, or did not, lead to a message, on either store. */
abstract class WhyContract {

    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));

    @TempDir
    Path base;

    private TestStore store;
    private VirtualPlatform platform;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        platform = new VirtualPlatform(store, base, at("2026-03-02T10:00"));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void everyTopicThatTheCaseCouldHaveLedToIsExplained() {
        platform.happens("c-1", RECEIVED);
        assertThat(why("c-1"))
                .extracting(MessageExplanation::topic)
                .containsExactly(
                        Topic.NEW_CASE,
                        Topic.GIVEN,
                        Topic.REPLY,
                        Topic.FIRST_REPLY,
                        Topic.OVERDUE,
                        Topic.UNREAD,
                        Topic.CASE_WAITING);
        assertThat(reason("c-1", Topic.GIVEN)).isEqualTo(MessageReason.NOT_GIVEN);
        assertThat(reason("c-1", Topic.REPLY)).isEqualTo(MessageReason.NO_REPLY);
        assertThat(reason("c-1", Topic.FIRST_REPLY)).isEqualTo(MessageReason.NO_PROMISE);
        assertThat(reason("c-1", Topic.UNREAD)).isEqualTo(MessageReason.NOT_ANSWERED);
        assertThat(reason("c-1", Topic.CASE_WAITING)).isEqualTo(MessageReason.SWITCHED_OFF);
    }

    @Test
    void whatWasSentSaysWhenAndOverWhichChannel() {
        platform.town.turnOn("reception@example.org");
        platform.happens("c-1", RECEIVED);
        assertThat(of("c-1", Topic.NEW_CASE)).satisfies(sent -> {
            assertThat(sent.reason()).isEqualTo(MessageReason.SENT);
            assertThat(sent.channel()).contains(Channel.EMAIL);
            assertThat(sent.recipient().orElseThrow()).doesNotContain("reception");
            assertThat(sent.swedish()).matches("Skickat den [^,]+ via e-post");
        });
    }

    /** The version is the one that held then, whatever was saved since. */
    @Test
    void whatWasSwitchedOffSaysWhichVersionDecided() {
        platform.happens("c-1", RECEIVED);
        platform.town.turnOn("reception@example.org");
        assertThat(of("c-1", Topic.NEW_CASE)).satisfies(off -> {
            assertThat(off.reason()).isEqualTo(MessageReason.SWITCHED_OFF);
            assertThat(off.decidedBy())
                    .contains(new DecidingVersion(
                            "email-notification", Level.UNIT, 1, Optional.empty(), Optional.empty()));
            assertThat(off.swedish()).contains("mottagningens inställning ”Avisering via e-post”, version 1");
        });
    }

    @Test
    void whatWaitsForWorkingHoursSaysUntilWhen() {
        platform.town.turnOn("reception@example.org");
        platform.happens("c-1", RECEIVED);
        platform.unreachable = true;
        platform.until(at("2026-03-06T18:00"));
        platform.unreachable = false;
        assertThat(of("c-1", Topic.OVERDUE)).satisfies(held -> {
            assertThat(held.reason()).isEqualTo(MessageReason.WAITS_FOR_HOURS);
            assertThat(held.at()).contains(at("2026-03-09T08:00"));
            assertThat(held.swedish()).startsWith("Väntar på en tid då det får skickas, den 9 mars 2026 klockan 8");
            assertThat(held.english()).contains("It waits for a working day, 08:00 to 17:00");
        });
        platform.until(at("2026-03-09T08:00"));
        assertThat(reason("c-1", Topic.OVERDUE)).isEqualTo(MessageReason.SENT);
    }

    @Test
    void whatWaitsForTheEndOfQuietHoursSaysUntilWhen() {
        EmailAddress resident = new EmailAddress("resident@example.org");
        platform.recipients.setHost(
                ref -> Optional.of(new CaseContacts.Contacts(Optional.of(resident), Optional.empty())));
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Answered());
        platform.unreachable = true;
        platform.until(at("2026-03-06T22:00"));
        assertThat(of("c-1", Topic.UNREAD)).satisfies(held -> {
            assertThat(held.reason()).isEqualTo(MessageReason.WAITS_FOR_HOURS);
            assertThat(held.at()).contains(at("2026-03-07T08:00"));
        });
    }

    /** A channel that rests is why nothing leaves, for as long as it rests. */
    @Test
    void whatWaitsForARestingChannelSaysSo() {
        store.handle(new RestingEmail());
        store.jobs().rest("send-email", Duration.ofMinutes(5), "The mail server cannot be reached");
        platform.town.turnOn("reception@example.org");
        platform.unreachable = true;
        platform.happens("c-1", RECEIVED);
        assertThat(of("c-1", Topic.NEW_CASE)).satisfies(waiting -> {
            assertThat(waiting.reason()).isEqualTo(MessageReason.CHANNEL_RESTS);
            assertThat(waiting.channel()).contains(Channel.EMAIL);
            assertThat(waiting.english()).contains("The mail server cannot be reached");
            assertThat(waiting.swedish()).startsWith("Väntar: utskicken står stilla just nu");
        });
    }

    @Test
    void whatWaitsWhileNothingRestsIsQueued() {
        platform.town.turnOn("reception@example.org");
        platform.unreachable = true;
        platform.happens("c-1", RECEIVED);
        assertThat(reason("c-1", Topic.NEW_CASE)).isEqualTo(MessageReason.QUEUED);
        platform.unreachable = false;
        platform.until(at("2026-03-02T10:30"));
        assertThat(reason("c-1", Topic.NEW_CASE)).isEqualTo(MessageReason.SENT);
    }

    /** Makes the channel known to the store; it rests before it has anything to do. */
    private static final class RestingEmail implements JobHandler {

        @Override
        public String type() {
            return "send-email";
        }

        @Override
        public JobOutcome run(Job job) {
            return JobOutcome.notNow("It rests", Duration.ofMinutes(5));
        }
    }

    @Test
    void aReminderThatWillComeSaysWhen() {
        platform.town.turnOn("reception@example.org");
        platform.happens("c-1", RECEIVED);
        assertThat(of("c-1", Topic.OVERDUE)).satisfies(coming -> {
            assertThat(coming.reason()).isEqualTo(MessageReason.WILL_COME);
            assertThat(coming.at()).contains(at("2026-03-06T08:00"));
            assertThat(coming.round()).isEqualTo(OptionalInt.of(1));
        });
        platform.until(at("2026-03-06T09:00"));
        assertThat(reason("c-1", Topic.OVERDUE)).isEqualTo(MessageReason.SENT);
    }

    @Test
    void aReminderThatWouldReachNobodyIsNotPromised() {
        platform.happens("c-1", RECEIVED);
        assertThat(reason("c-1", Topic.OVERDUE)).isEqualTo(MessageReason.NOBODY_REACHED);
    }

    @Test
    void whatFellDueWhileRemindersWereOffNamesWhoHadSavedThat() {
        platform.town.turnOn("reception@example.org");
        platform.town.save(new StaffReminder(false, 3), at("2026-03-02T10:00"));
        platform.happens("c-1", RECEIVED);
        assertThat(of("c-1", Topic.OVERDUE)).satisfies(off -> {
            assertThat(off.reason()).isEqualTo(MessageReason.SWITCHED_OFF);
            assertThat(off.decidedBy().orElseThrow().version()).isEqualTo(1);
        });
        platform.until(at("2026-03-06T12:00"));
        platform.town.save(new StaffReminder(true, 3), at("2026-03-06T12:00"));
        changed();
        assertThat(of("c-1", Topic.OVERDUE)).satisfies(passed -> {
            assertThat(passed.reason()).isEqualTo(MessageReason.PASSED_WHILE_OFF);
            assertThat(passed.at()).contains(at("2026-03-06T08:00"));
            assertThat(passed.decidedBy())
                    .contains(new DecidingVersion(
                            "staff-reminder",
                            Level.UNIT,
                            1,
                            Optional.of("staff:test"),
                            Optional.of(at("2026-03-02T10:00"))));
        });
    }

    @Test
    void whoTookACaseAndWhoDeclinedAreToldApart() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Given(ANNA, ANNA));
        platform.happens("c-2", RECEIVED);
        platform.happens("c-2", new CaseChange.Given(ANNA, BO));
        assertThat(reason("c-1", Topic.GIVEN)).isEqualTo(MessageReason.TAKEN);
        assertThat(of("c-2", Topic.GIVEN)).satisfies(declined -> {
            assertThat(declined.reason()).isEqualTo(MessageReason.DECLINED);
            assertThat(declined.decidedBy().orElseThrow().section()).isEqualTo("personal-settings");
        });
    }

    @Test
    void aCaseThatWasHandledInTimeSaysSo() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Answered());
        assertThat(reason("c-1", Topic.OVERDUE)).isEqualTo(MessageReason.HANDLED);
        assertThat(reason("c-1", Topic.UNREAD)).isEqualTo(MessageReason.WILL_COME);
        platform.happens("c-1", new CaseChange.AnswerRead());
        assertThat(reason("c-1", Topic.UNREAD)).isEqualTo(MessageReason.ANSWER_READ);
    }

    @Test
    void aResidentWhoHasChosenNoWayIsNotReached() {
        platform.recipients.setHost(ref -> Optional.of(new CaseContacts.Contacts(Optional.empty(), Optional.empty())));
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Answered());
        platform.until(at("2026-03-06T09:00"));
        assertThat(reason("c-1", Topic.UNREAD)).isEqualTo(MessageReason.RESIDENT_NOT_REACHED);
    }

    @Test
    void aHostThatCannotSayIsWaitedFor() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Answered());
        platform.until(at("2026-03-06T09:00"));
        assertThat(reason("c-1", Topic.UNREAD)).isEqualTo(MessageReason.WAITS_FOR_HOST);
    }

    @Test
    void whatTheCaseNeedsNoMoreSaysSoAndTheNextRoundIsExplained() {
        platform.town.turnOn("reception@example.org");
        platform.recipients.setHost(ref -> Optional.of(
                new CaseContacts.Contacts(Optional.of(new EmailAddress("resident@example.org")), Optional.empty())));
        platform.happens("c-1", RECEIVED);
        platform.until(at("2026-03-06T09:00"));
        platform.happens("c-1", new CaseChange.Answered());
        platform.happens("c-1", new CaseChange.Reopened());
        assertThat(why("c-1").stream().filter(one -> one.topic() == Topic.OVERDUE))
                .extracting(MessageExplanation::reason, MessageExplanation::round)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(MessageReason.SENT, OptionalInt.of(1)),
                        org.assertj.core.groups.Tuple.tuple(MessageReason.WILL_COME, OptionalInt.of(2)));
    }

    @Test
    void aCaseThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> why("unknown")).isInstanceOf(RefusedException.class);
    }

    private void changed() {
        announce("staff-reminder");
        platform.recalculate();
    }

    private void announce(String section) {
        store.transactions()
                .run(() -> store.changes().announce(new Change(Scope.unit(Events.UNIT), "settings", section)));
    }

    private MessageReason reason(String caseId, Topic topic) {
        return of(caseId, topic).reason();
    }

    private MessageExplanation of(String caseId, Topic topic) {
        return why(caseId).stream()
                .filter(one -> one.topic() == topic)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private List<MessageExplanation> why(String caseId) {
        return platform.explanations.why(OPERATOR, new CaseRef(Events.UNIT, caseId));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SwedishTime.ZONE).toInstant();
    }
}

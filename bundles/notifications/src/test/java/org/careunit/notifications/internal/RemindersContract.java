package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.NO_RECIPIENT;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.TECHNICAL_FAILURE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.access.Permission;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.checks.RemindersReachedCheck;
import org.careunit.storage.Scope;
import org.careunit.storage.StoredCase;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When staff and residents are reminded, from the event to the gateway, on every database and a clock that is moved.
 */
abstract class RemindersContract {

    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
    private static final StaffId ANNA = new StaffId("SE1111111111-A");
    private static final StaffId BO = new StaffId("SE1111111111-B");

    @TempDir
    Path base;

    private TestStore store;
    private VirtualPlatform platform;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        platform = new VirtualPlatform(store, base, at("2026-03-03T10:00"));
        platform.town.turnOn("reception@example.org");
        permit(ANNA, Permission.CASE_HANDLER);
        permit(BO, Permission.CASE_RECEIVER);
        platform.town.wantToBeTold.put(ANNA, new EmailAddress("anna@example.org"));
        platform.town.wantToBeTold.put(BO, new EmailAddress("bo@example.org"));
        residents(Optional.of(new EmailAddress("resident@example.org")));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void staffAreRemindedOnceOnTheMorningAfterTheLastDay() {
        platform.happens("c-1", RECEIVED);
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-09T08:00 Ett ärende väntar på att hanteras");
        assertThat(rows("c-1", Topic.OVERDUE)).extracting(LedgerRow::state).containsExactly(SENT);
    }

    @Test
    void theHandlerIsRemindedElseTheReceiversElseTheUnit() {
        platform.happens("c-1", new CaseChange.Given(ANNA, ANNA));
        platform.happens("c-1", RECEIVED);
        platform.until(at("2026-03-09T09:00"));
        assertThat(sentTo("anna@example.org")).containsExactly("2026-03-09T08:00 Ett ärende väntar på att hanteras");
        assertThat(sentTo("bo@example.org")).isEmpty();

        revoke(ANNA);
        platform.happens("c-2", RECEIVED);
        platform.happens("c-2", new CaseChange.Given(ANNA, ANNA));
        platform.until(at("2026-03-13T09:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-13T08:00 Ett ärende väntar på att hanteras");

        revoke(BO);
        platform.happens("c-3", RECEIVED);
        platform.until(at("2026-03-20T09:00"));
        assertThat(sentTo("reception@example.org")).contains("2026-03-19T08:00 Ett ärende väntar på att hanteras");

        platform.town.email = EmailNotification.OFF;
        platform.happens("c-4", RECEIVED);
        platform.until(at("2026-03-27T09:00"));
        assertThat(rows("c-4", Topic.OVERDUE)).extracting(LedgerRow::state).containsExactly(NO_RECIPIENT);
        RemindersReachedCheck check = new RemindersReachedCheck(store.dues());
        assertThat(check.check(new CheckRequest(Events.UNIT, Optional.empty())).reasons())
                .singleElement()
                .asString()
                .contains("Antal: 1.");
        assertThat(store.dues().unreached(Instant.EPOCH).withoutRecipient()).isEqualTo(1);
    }

    @Test
    void whatFallsDueAtOneInstantIsOneMessage() {
        for (int i = 0; i < 5; i++) {
            platform.happens("c-" + i, RECEIVED);
        }
        platform.until(at("2026-03-09T09:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-09T08:00 5 ärenden väntar på att hanteras");
    }

    @Test
    void aFirstReplyThatIsMissingRemindsByItself() {
        platform.town.firstReplyDays = OptionalInt.of(1);
        platform.happens("c-1", RECEIVED);
        platform.happens("c-2", RECEIVED);
        platform.happens("c-2", new CaseChange.PartReplied());
        platform.until(at("2026-03-06T09:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-05T08:00 Ett ärende väntar på ett första svar");
    }

    @Test
    void aCaseThatRestsWhenItIsDueRemindsAfterResuming() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Given(ANNA, ANNA));
        platform.until(at("2026-03-09T07:59"));
        platform.happens("c-1", new CaseChange.CounterQuestionAsked());
        platform.until(at("2026-03-11T12:00"));
        platform.happens("c-1", new CaseChange.ResidentReplied());
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("anna@example.org"))
                .containsExactly(
                        "2026-03-11T12:00 Svar i ett ärende", "2026-03-12T08:00 Ett ärende väntar på att hanteras");
    }

    @Test
    void aClosedDayMovesTheReminder() {
        platform.happens("c-1", RECEIVED);
        platform.town.save(closed("2026-03-05"), platform.now());
        announce("calendar");
        platform.recalculate();
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-10T08:00 Ett ärende väntar på att hanteras");
    }

    @Test
    void oneCancelledWhileItGathersIsNotUsedUp() {
        platform.happens("c-0", RECEIVED);
        platform.until(at("2026-03-03T10:30"));
        platform.happens("c-1", RECEIVED);
        platform.happens("c-0", new CaseChange.Given(ANNA, ANNA));
        platform.happens("c-1", new CaseChange.Given(ANNA, ANNA));
        // c-1 becomes overdue in working hours, a few minutes after the reminder of c-0 has left
        platform.until(at("2026-03-09T08:00"));
        assertThat(sentTo("anna@example.org")).hasSize(1);
        platform.happens("c-2", RECEIVED, at("2026-03-02T10:00"));
        platform.happens("c-2", new CaseChange.Given(ANNA, ANNA));
        platform.until(at("2026-03-09T08:05"));
        assertThat(rows("c-2", Topic.OVERDUE)).extracting(LedgerRow::state).containsExactly(MessageState.QUEUED);
        platform.happens("c-2", new CaseChange.CounterQuestionAsked());
        assertThat(rows("c-2", Topic.OVERDUE)).extracting(LedgerRow::state).containsExactly(CANCELLED);
        platform.until(at("2026-03-11T12:00"));
        platform.happens("c-2", new CaseChange.ResidentReplied());
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("anna@example.org")).last().isEqualTo("2026-03-12T08:00 Ett ärende väntar på att hanteras");
        assertThat(rows("c-2", Topic.OVERDUE)).extracting(LedgerRow::state).containsExactlyInAnyOrder(CANCELLED, SENT);
    }

    @Test
    void aCaseThatIsReopenedRemindsAnew() {
        platform.happens("c-1", RECEIVED);
        platform.until(at("2026-03-09T12:00"));
        platform.happens("c-1", new CaseChange.Answered());
        platform.until(at("2026-03-10T12:00"));
        platform.happens("c-1", new CaseChange.Reopened());
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("bo@example.org"))
                .containsExactly(
                        "2026-03-09T08:00 Ett ärende väntar på att hanteras",
                        "2026-03-16T08:00 Ett ärende väntar på att hanteras");
        assertThat(sentTo("reception@example.org")).contains("2026-03-10T12:00 Svar i ett ärende");
    }

    @Test
    void aResidentIsRemindedOfAnUnreadAnswerOnceAfterTheQuietHours() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Answered());
        platform.happens("c-2", RECEIVED);
        platform.happens("c-2", new CaseChange.Answered());
        platform.happens("c-2", new CaseChange.AnswerRead());
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("resident@example.org"))
                .containsExactly("2026-03-07T08:00 Du har något att läsa i 1177 e-tjänster");
        assertThat(rows("c-2", Topic.UNREAD)).isEmpty();
    }

    @Test
    void aHostThatCannotAnswerIsWaitedForAndOneThatSaysReadEndsIt() {
        AtomicInteger asked = new AtomicInteger();
        platform.residentRules.setHost(ref -> {
            if (asked.incrementAndGet() < 20) {
                throw new UnavailableException("not now");
            }
            return !ref.id().equals("c-2");
        });
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Answered());
        platform.until(at("2026-03-07T20:00"));
        assertThat(sentTo("resident@example.org")).hasSize(1);
        platform.happens("c-2", RECEIVED);
        platform.happens("c-2", new CaseChange.Answered());
        platform.until(at("2026-03-12T20:00"));
        assertThat(sentTo("resident@example.org")).hasSize(1);
        assertThat(rows("c-2", Topic.UNREAD)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(CANCELLED);
            assertThat(row.detail()).contains("read");
        });
    }

    /** Its job waits alone: those of others to the same mail domain go on. */
    @Test
    void aHostThatCannotSayWhereOneResidentIsReachedKeepsThatMessageWaiting() {
        AtomicInteger asked = new AtomicInteger();
        platform.recipients.setHost(ref -> {
            if (ref.id().equals("c-1") && asked.incrementAndGet() == 2) {
                throw new UnavailableException("not now");
            }
            return Optional.of(new CaseContacts.Contacts(
                    Optional.of(new EmailAddress(ref.id() + "@example.org")), Optional.empty()));
        });
        for (String id : List.of("c-1", "c-2")) {
            platform.happens(id, RECEIVED);
            platform.happens(id, new CaseChange.Answered());
        }
        platform.until(at("2026-03-07T20:00"));
        assertThat(sentTo("c-2@example.org")).singleElement().asString().startsWith("2026-03-07T08:00");
        assertThat(sentTo("c-1@example.org")).singleElement().asString().startsWith("2026-03-07T08:15");
    }

    /** Neither the gateway's return nor the next day's SMS must wake anybody. */
    @Test
    void aStaffReminderThatWaitedForTheGatewayLeavesInWorkingHours() {
        platform.happens("c-1", RECEIVED);
        platform.until(at("2026-03-09T07:45"));
        int before = platform.sent.size();
        platform.unreachable = true;
        platform.until(at("2026-03-09T22:00"));
        platform.unreachable = false;
        platform.until(at("2026-03-10T07:45"));
        assertThat(platform.sent).hasSize(before);
        platform.until(at("2026-03-10T08:15"));
        assertThat(platform.sent).hasSize(before + 1);
        assertThat(platform.sent.get(before).at()).isEqualTo(at("2026-03-10T08:00"));
    }

    @Test
    void aReminderThatHasNotGoneInSevenDaysExpires() {
        platform.recipients.setHost(ref -> {
            throw new UnavailableException("not now");
        });
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Answered());
        platform.until(at("2026-03-14T07:45"));
        assertThat(rows("c-1", Topic.UNREAD)).isEmpty();
        platform.until(at("2026-03-14T08:15"));
        assertThat(rows("c-1", Topic.UNREAD)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(TECHNICAL_FAILURE);
            assertThat(row.detail()).startsWith("Expired");
        });
        residents(Optional.of(new EmailAddress("resident@example.org")));
        platform.until(at("2026-03-20T08:15"));
        assertThat(sentTo("resident@example.org")).isEmpty();
    }

    @Test
    void aResidentWhoChoseNoWayHasTheReasonInTheLedger() {
        residents(Optional.empty());
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Answered());
        platform.until(at("2026-03-08T12:00"));
        assertThat(rows("c-1", Topic.UNREAD)).extracting(LedgerRow::state).containsExactly(NO_RECIPIENT);
    }

    @Test
    void whileTheHandlerIsAbsentTheReceiversAreTold() {
        platform.town.absentUntil.put(ANNA, LocalDate.parse("2026-03-10"));
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Given(ANNA, BO));
        platform.happens("c-1", new CaseChange.ResidentReplied());
        platform.until(at("2026-03-09T12:00"));
        platform.happens("c-2", RECEIVED);
        platform.happens("c-2", new CaseChange.Given(ANNA, BO));
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("bo@example.org"))
                .containsExactly(
                        "2026-03-03T10:00 Du har tilldelats ett ärende",
                        "2026-03-03T10:00 Svar i ett ärende",
                        "2026-03-09T08:00 Ett ärende väntar på att hanteras",
                        "2026-03-09T12:00 Du har tilldelats ett ärende");
        assertThat(sentTo("anna@example.org")).containsExactly("2026-03-13T08:00 Ett ärende väntar på att hanteras");
    }

    @Test
    void changedSettingsMoveTheRunningClocks() {
        platform.happens("c-1", RECEIVED);
        platform.town.save(new StaffReminder(true, 1), platform.now());
        announce("staff-reminder");
        platform.recalculate();
        platform.until(at("2026-03-05T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-05T08:00 Ett ärende väntar på att hanteras");
    }

    /** A whole region's cases are calculated anew while events come in, which must not wait for that. */
    @Test
    void changedSettingsAreFollowedByOneWorkerOfANode() {
        assertThat(platform.workers("recalculate-clocks")).isEqualTo(1);
    }

    @Test
    void whatFellDueWhileTheSwitchWasOffCountsAsPassed() {
        platform.happens("c-1", RECEIVED);
        platform.town.save(new StaffReminder(false, 3), platform.now());
        announce("staff-reminder");
        platform.recalculate();
        platform.until(at("2026-03-10T12:00"));
        platform.town.save(new StaffReminder(true, 3), platform.now());
        announce("staff-reminder");
        platform.recalculate();
        platform.happens("c-2", RECEIVED);
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-16T08:00 Ett ärende väntar på att hanteras");
        assertThat(rows("c-1", Topic.OVERDUE)).isEmpty();
    }

    @Test
    void aCaseThatWasStoredBeforeClocksRanIsFoldedAgain() {
        platform.happens("c-1", RECEIVED);
        store.execute("UPDATE cases SET round = 0, round_started_at = NULL, staff_due = NULL, running = TRUE");
        platform.recalculate();
        platform.until(at("2026-03-09T12:00"));
        assertThat(sentTo("bo@example.org")).hasSize(1);
    }

    @Test
    void lateAndFutureEventsAreReminded() {
        platform.happens("late", RECEIVED, platform.now().minus(Duration.ofDays(2)));
        platform.happens("future", RECEIVED, at("2026-03-10T10:00"));
        platform.happens("unknown", new CaseChange.Given(BO, ANNA));
        platform.until(at("2026-03-31T12:00"));
        assertThat(sentTo("bo@example.org"))
                .containsExactly(
                        "2026-03-03T10:00 Du har tilldelats ett ärende",
                        "2026-03-05T08:00 Ett ärende väntar på att hanteras",
                        "2026-03-16T08:00 Ett ärende väntar på att hanteras");
        assertThat(rows("unknown", Topic.OVERDUE)).isEmpty();
    }

    private StoredCase theCase(String id) {
        return store.cases().find(new CaseRef(Events.UNIT, id)).orElseThrow();
    }

    @Test
    void aCaseThatNothingWaitsForIsNotRunning() {
        platform.happens("c-1", RECEIVED);
        assertThat(store.dues().running(Events.UNIT, Optional.empty(), 10)).hasSize(1);
        assertThat(theCase("c-1").staffDue()).contains(at("2026-03-09T08:00"));
        platform.happens("c-1", new CaseChange.Answered());
        assertThat(theCase("c-1").staffDue()).isEmpty();
        assertThat(theCase("c-1").residentDue()).contains(at("2026-03-07T08:00"));
        platform.happens("c-1", new CaseChange.AnswerRead());
        assertThat(store.dues().running(Events.UNIT, Optional.empty(), 10)).isEmpty();
        assertThat(store.dues().backlog(at("2030-01-01T00:00")).since()).isEmpty();
    }

    private void announce(String section) {
        store.transactions()
                .run(() -> store.changes().announce(new Change(Scope.unit(Events.UNIT), "settings", section)));
    }

    private static ClosedDays closed(String day) {
        LocalDate date = LocalDate.parse(day);
        return new ClosedDays(List.of(new ClosedDays.Closed(date, date, "Stängt")));
    }

    private void residents(Optional<EmailAddress> address) {
        platform.recipients.setHost(ref -> Optional.of(new CaseContacts.Contacts(address, Optional.empty())));
    }

    private void permit(StaffId staff, Permission permission) {
        store.transactions().run(() -> store.grants().replace(Events.UNIT, staff, Set.of(permission), "test"));
    }

    private void revoke(StaffId staff) {
        store.transactions().run(() -> store.grants().replace(Events.UNIT, staff, Set.of(), "test"));
    }

    private List<LedgerRow> rows(String caseId, Topic topic) {
        return platform.rows(caseId).stream()
                .filter(row -> row.topic() == topic)
                .toList();
    }

    /** What somebody was sent: when, local, and the subject. */
    private List<String> sentTo(String address) {
        return platform.sent.stream()
                .filter(sent -> sent.mail().to().value().equals(address))
                .map(sent -> sent.at().atZone(SwedishTime.ZONE).toLocalDateTime() + " "
                        + sent.mail().subject())
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SwedishTime.ZONE).toInstant();
    }
}

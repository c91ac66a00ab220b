package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.careunit.api.access.Permission;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.events.CaseChange;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.time.SwedishTime;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clocks and reminders where a host, a unit or a region says something odd. */
class BadInputTest {

    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
    private static final CaseChange ANSWERED = new CaseChange.Answered();
    private static final StaffId ANNA = new StaffId("SE1111111111-A");
    private static final StaffId BO = new StaffId("SE1111111111-B");

    @TempDir
    Path base;

    private TestStore store;
    private VirtualPlatform platform;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(base);
        platform = new VirtualPlatform(store, base, at("2026-03-03T10:00"));
        platform.town.turnOn("reception@example.org");
        platform.town.wantToBeTold.put(ANNA, new EmailAddress("anna@example.org"));
        platform.town.wantToBeTold.put(BO, new EmailAddress("bo@example.org"));
        permit(ANNA, Permission.CASE_HANDLER);
        permit(BO, Permission.CASE_RECEIVER);
        platform.recipients.setHost(ref -> Optional.of(
                new CaseContacts.Contacts(Optional.of(new EmailAddress("resident@example.org")), Optional.empty())));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    @Timeout(60)
    void aUnitThatIsClosedEveryDayRemindsWhenItOpensAgain() {
        platform.happens("c-1", RECEIVED);
        platform.town.save(everyDay(), platform.now());
        changed();
        platform.jump(at("2026-06-01T10:00"));
        assertThat(sentTo("bo@example.org")).isEmpty();
        assertThat(reason("c-1", Topic.OVERDUE)).isEqualTo(MessageReason.NO_WORKING_DAY);
        assertThat(platform.nextDue()).isEmpty();

        platform.town.save(ClosedDays.NONE, platform.now());
        changed();
        platform.until(at("2026-06-03T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-06-01T10:15 Ett ärende väntar på att hanteras");
    }

    @Test
    void aPromiseOfNoDaysIsNoneAndOneOfFourHundredComesThen() {
        platform.town.save(new StaffReminder(true, StaffReminder.MOST), platform.now());
        platform.town.firstReplyDays = OptionalInt.of(0);
        changed();
        platform.happens("c-1", RECEIVED);
        assertThat(reason("c-1", Topic.FIRST_REPLY)).isEqualTo(MessageReason.NO_PROMISE);

        platform.town.firstReplyDays = OptionalInt.of(400);
        changed();
        platform.until(at("2026-03-20T10:00"));
        assertThat(sentTo("bo@example.org")).isEmpty();
        // counted by hand: 250 working days of 2026 and 2027 after another, and 150 on top
        assertThat(of("c-1", Topic.FIRST_REPLY)).satisfies(coming -> {
            assertThat(coming.reason()).isEqualTo(MessageReason.WILL_COME);
            assertThat(coming.at())
                    .hasValueSatisfying(at -> assertThat(at).isBetween(at("2027-09-20T08:00"), at("2027-10-20T08:00")));
        });
    }

    @Test
    void eventsFromTheFutureCountFromTheirDay() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", ANSWERED, at("2026-03-10T10:00"));
        platform.until(at("2026-03-31T12:00"));
        assertThat(sentTo("bo@example.org")).isEmpty();
        assertThat(sentTo("resident@example.org"))
                .containsExactly("2026-03-14T08:00 Du har något att läsa i 1177 e-tjänster");
    }

    @Test
    void anAnswerThatIsToldOfTwoDaysLateEndsWhatHasNotLeft() {
        platform.happens("c-1", RECEIVED);
        platform.until(at("2026-03-08T12:00"));
        platform.happens("c-1", ANSWERED, platform.now().minus(Duration.ofDays(2)));
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("bo@example.org")).isEmpty();
        assertThat(sentTo("resident@example.org"))
                .containsExactly("2026-03-10T08:00 Du har något att läsa i 1177 e-tjänster");
    }

    /** The reopening that comes late is another round; the one that has reminded keeps its reminder. */
    @Test
    void aReopeningThatIsToldOfTwoDaysLateRemindsOfNoRoundTwice() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", ANSWERED);
        platform.until(at("2026-03-05T10:00"));
        platform.happens("c-1", new CaseChange.Reopened());
        platform.until(at("2026-03-11T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-11T08:00 Ett ärende väntar på att hanteras");
        platform.happens("c-1", new CaseChange.Reopened(), at("2026-03-04T10:00"));
        platform.happens("c-1", ANSWERED, at("2026-03-04T12:00"));
        platform.until(at("2026-03-31T12:00"));
        assertThat(sentTo("bo@example.org")).hasSize(1);
    }

    @Test
    void whatFellDueBeforeTheUnitJoinedCountsAsPassed() {
        store.execute("UPDATE units SET opened_at = TIMESTAMP WITH TIME ZONE '2026-03-10 09:00:00+00'");
        changed();
        platform.until(at("2026-03-10T12:00"));
        platform.happens("before", RECEIVED, at("2026-03-03T10:00"));
        platform.happens("running", RECEIVED, at("2026-03-05T10:00"));
        platform.until(at("2026-03-31T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-11T08:00 Ett ärende väntar på att hanteras");
        assertThat(reason("before", Topic.OVERDUE)).isEqualTo(MessageReason.PASSED_BEFORE_UNIT);
    }

    @Test
    void aCaseWhoseReceiptNeverCameHasNoStaffClockAndStillAResidents() {
        platform.happens("c-1", new CaseChange.Given(ANNA, BO));
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("anna@example.org")).containsExactly("2026-03-03T10:00 Du har tilldelats ett ärende");
        assertThat(reason("c-1", Topic.OVERDUE)).isEqualTo(MessageReason.NOT_RECEIVED);
        platform.happens("c-1", ANSWERED);
        platform.until(at("2026-03-31T12:00"));
        assertThat(sentTo("resident@example.org")).hasSize(1);
    }

    @Test
    void aHandlerWhoLeftIsToldNothingAndTheReceiversAre() {
        platform.happens("c-1", RECEIVED);
        platform.happens("c-1", new CaseChange.Given(ANNA, BO));
        platform.until(at("2026-03-04T10:00"));
        store.transactions().run(() -> store.grants().replace(Events.UNIT, ANNA, Set.of(), "test"));
        platform.happens("c-1", new CaseChange.CounterQuestionAsked());
        platform.happens("c-1", new CaseChange.ResidentReplied());
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("anna@example.org")).containsExactly("2026-03-03T10:00 Du har tilldelats ett ärende");
        assertThat(sentTo("reception@example.org")).contains("2026-03-04T10:00 Svar i ett ärende");
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-09T08:00 Ett ärende väntar på att hanteras");
    }

    @Test
    void ofTwoDefaultsOfOneSecondTheLastOneHolds() {
        platform.happens("c-1", RECEIVED);
        platform.town.saveDefault(new StaffReminder(true, 1), false, platform.now());
        announce();
        platform.lookForChanges();
        platform.town.saveDefault(
                new StaffReminder(true, 5), false, platform.now().plusMillis(300));
        changed();
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-11T08:00 Ett ärende väntar på att hanteras");
    }

    /** Before anybody has looked: what is in force then is what the other cases were calculated by. */
    @Test
    void aCaseThatCameInBetweenAChangeAndItsRepairIsCalculatedAnew() {
        platform.town.saveDefault(new StaffReminder(true, 3), false, platform.now());
        changed();
        platform.until(at("2026-03-03T11:00"));
        platform.town.saveDefault(new StaffReminder(true, 30), false, platform.now());
        announce();
        platform.happens("c-1", RECEIVED);
        platform.town.saveDefault(new StaffReminder(true, 3), false, platform.now());
        changed();
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-09T08:00 Ett ärende väntar på att hanteras");
    }

    @Test
    void remindersThatARegionTurnsOffAndOnAtOneInstantStayOn() {
        platform.happens("c-1", RECEIVED);
        platform.town.saveDefault(new StaffReminder(false, 3), false, platform.now());
        platform.town.saveDefault(new StaffReminder(true, 3), false, platform.now());
        changed();
        platform.until(at("2026-03-20T12:00"));
        assertThat(sentTo("bo@example.org")).containsExactly("2026-03-09T08:00 Ett ärende väntar på att hanteras");
    }

    private void changed() {
        announce();
        platform.lookForChanges();
    }

    private void announce() {
        store.transactions()
                .run(() -> store.changes().announce(new Change(Scope.unit(Events.UNIT), "settings", "any")));
    }

    private static ClosedDays everyDay() {
        return new ClosedDays(Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusDays(366))
                .limit(ClosedDays.MOST)
                .map(day -> new ClosedDays.Closed(day, day.plusDays(365), "Stängt"))
                .toList());
    }

    private void permit(StaffId staff, Permission permission) {
        store.transactions().run(() -> store.grants().replace(Events.UNIT, staff, Set.of(permission), "test"));
    }

    private MessageReason reason(String caseId, Topic topic) {
        return of(caseId, topic).reason();
    }

    private MessageExplanation of(String caseId, Topic topic) {
        return platform.explanations.why(new Actor.Operator("test"), new CaseRef(Events.UNIT, caseId)).stream()
                .filter(one -> one.topic() == topic)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

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

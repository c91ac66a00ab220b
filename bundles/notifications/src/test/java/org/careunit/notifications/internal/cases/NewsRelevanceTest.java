package org.careunit.notifications.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.notifications.internal.Events.event;
import static org.careunit.notifications.internal.cases.NewsRelevance.isWanted;

import java.util.List;
import java.util.Optional;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.Events;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.notifications.internal.recipients.Recipient;
import org.careunit.notifications.internal.recipients.Recipient.RegionalAdministrator;
import org.careunit.notifications.internal.recipients.Recipient.StaffMember;
import org.careunit.notifications.internal.recipients.Recipient.UnitAddress;
import org.careunit.notifications.internal.recipients.Recipient.UnitDeputy;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NewsRelevanceTest {

    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
    private static final Recipient RECEPTION = new UnitAddress("1234");

    /** A late given to somebody absent, who is not the handler any more, is news to nobody in their place either. */
    @Test
    void whoIsNotifiedInPlaceOfAnotherNeedsItWhileThatOneIsTheHandler() {
        assertThat(isWanted(Topic.GIVEN, "e1", new UnitDeputy("1234", BO), subject(Phase.OPEN, BO)))
                .isTrue();
        assertThat(isWanted(Topic.GIVEN, "e1", new UnitDeputy("1234", ANNA), subject(Phase.OPEN, BO)))
                .isFalse();
        assertThat(isWanted(Topic.GIVEN, "e1", new UnitDeputy("1234", BO), subject(Phase.ANSWERED, BO)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"OPEN, true", "WAITING, true", "ANSWERED, false", "READ, false", "WITHDRAWN, false", "CLOSED, false"})
    void aNewCaseIsNewsUntilItIsHandled(Phase phase, boolean wanted) {
        assertThat(isWanted(Topic.NEW_CASE, "e1", RECEPTION, subject(phase, BO)))
                .isEqualTo(wanted);
        assertThat(isWanted(Topic.GIVEN, "e1", new StaffMember(BO), subject(phase, BO)))
                .isEqualTo(wanted);
    }

    @Test
    void aCaseThatWasGivenIsNewsForItsHandlerAlone() {
        assertThat(isWanted(Topic.GIVEN, "e1", new StaffMember(ANNA), subject(Phase.OPEN, BO)))
                .isFalse();
        assertThat(isWanted(Topic.GIVEN, "e1", new RegionalAdministrator(BO), subject(Phase.OPEN, BO)))
                .isFalse();
        assertThat(isWanted(Topic.NEW_CASE, "e1", new StaffMember(ANNA), subject(Phase.OPEN, BO)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void whatIsAboutNoCaseIsAlwaysWanted(Phase phase) {
        assertThat(isWanted(Topic.TEST, "e1", new StaffMember(ANNA), subject(phase, BO)))
                .isTrue();
        assertThat(isWanted(Topic.ADMINISTRATOR_LOST, "e1", new RegionalAdministrator(ANNA), subject(phase, BO)))
                .isTrue();
    }

    @Test
    void whatNothingRaisesHasNoRule() {
        assertThatThrownBy(() -> isWanted(Topic.CASE_WAITING, "e1", RECEPTION, subject(Phase.OPEN, BO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReplyIsNewsUntilStaffAct() {
        StoredCase replied =
                CaseFold.of(List.of(event("e1", 1, RECEIVED), event("e2", 2, new CaseChange.ResidentReplied())));
        assertThat(isWanted(Topic.REPLY, "e2", RECEPTION, replied)).isTrue();
        StoredCase acted = CaseFold.with(Optional.of(replied), event("e3", 3, new CaseChange.PartReplied()));
        StoredCase again = CaseFold.with(Optional.of(acted), event("e4", 4, new CaseChange.ResidentReplied()));
        assertThat(isWanted(Topic.REPLY, "e2", RECEPTION, acted)).isFalse();
        assertThat(isWanted(Topic.REPLY, "e2", RECEPTION, again)).isFalse();
        assertThat(isWanted(Topic.REPLY, "e4", RECEPTION, again)).isTrue();
    }

    @Test
    void aReminderIsWantedInItsRoundAlone() {
        StoredCase open = CaseFold.of(List.of(event("e1", 1, RECEIVED)));
        String overdue = ReminderEvent.of(CaseClock.OVERDUE, open);
        String first = ReminderEvent.of(CaseClock.FIRST_REPLY, open);
        assertThat(isWanted(Topic.OVERDUE, overdue, RECEPTION, open)).isTrue();
        assertThat(isWanted(Topic.FIRST_REPLY, first, RECEPTION, open)).isTrue();
        StoredCase resting = CaseFold.with(Optional.of(open), event("e2", 2, new CaseChange.CounterQuestionAsked()));
        assertThat(isWanted(Topic.OVERDUE, overdue, RECEPTION, resting)).isFalse();
        assertThat(isWanted(Topic.FIRST_REPLY, first, RECEPTION, resting)).isFalse();
        StoredCase reopened = CaseFold.with(Optional.of(open), event("e3", 3, new CaseChange.Reopened()));
        assertThat(isWanted(Topic.OVERDUE, overdue, RECEPTION, reopened)).isFalse();
        assertThat(isWanted(Topic.OVERDUE, ReminderEvent.of(CaseClock.OVERDUE, reopened), RECEPTION, reopened))
                .isTrue();
    }

    @Test
    void anUnreadAnswerIsWantedUntilItIsRead() {
        StoredCase answered = CaseFold.of(List.of(event("e1", 1, RECEIVED), event("e2", 2, new CaseChange.Answered())));
        String unread = ReminderEvent.of(CaseClock.UNREAD, answered);
        Recipient resident = new Recipient.Resident("c-1");
        assertThat(isWanted(Topic.UNREAD, unread, resident, answered)).isTrue();
        StoredCase closed = CaseFold.with(Optional.of(answered), event("e3", 3, new CaseChange.Closed()));
        assertThat(isWanted(Topic.UNREAD, unread, resident, closed)).isTrue();
        for (CaseChange change :
                List.of(new CaseChange.AnswerRead(), new CaseChange.Reopened(), new CaseChange.Withdrawn())) {
            StoredCase done = CaseFold.with(Optional.of(answered), event("e3", 3, change));
            assertThat(isWanted(Topic.UNREAD, unread, resident, done)).isFalse();
        }
    }

    private static StoredCase subject(Phase phase, StaffId handler) {
        return new StoredCase(
                Events.CASE,
                phase,
                Optional.empty(),
                Optional.empty(),
                Optional.of(handler),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.events.PlatformEvents.Acceptance;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.Topic;
import org.careunit.api.units.Units;
import org.careunit.testkit.UnitUnderTest;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/** Cases that have ended, and what comes for them afterwards. */
abstract class EndedCaseChecks extends HostChecks {

    private static final Duration STEP = Duration.ofDays(1);

    private CaseRef happened(String caseId, CaseChange... changes) {
        CaseRef ref = unit.caseOf(caseId);
        Arrays.stream(changes).forEach(change -> {
            careunit.clock().advance(Duration.ofMinutes(1));
            careunit.happens(ref, change);
        });
        return ref;
    }

    private List<LedgerEntry> sent(CaseRef ref) {
        return service(Messages.class).about(OPERATOR, ref).stream()
                .filter(entry -> entry.state() == MessageState.SENT)
                .toList();
    }

    private Set<Topic> topics(CaseRef ref) {
        return sent(ref).stream().map(LedgerEntry::topic).collect(Collectors.toSet());
    }

    private MessageReason why(CaseRef ref, Topic topic) {
        return service(CaseExplanations.class).why(administrator, ref).stream()
                .filter(explained -> explained.topic() == topic)
                .map(MessageExplanation::reason)
                .findFirst()
                .orElseThrow();
    }

    /** Day by day at a time at which reminders leave. */
    private void tenDays() {
        Instant morning = now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(33));
        careunit.advance(Duration.between(now(), morning));
        careunit.advance(Duration.ofDays(10), STEP);
    }

    @Test
    void aCaseWithoutAnAnswerIsRemindedOf() {
        CaseRef ref = happened("open", received());
        tenDays();
        assertThat(topics(ref)).contains(Topic.NEW_CASE, Topic.OVERDUE);
    }

    @Test
    void nobodyIsRemindedOfACaseThatIsClosed() {
        CaseRef ref = happened("closed", received(), new CaseChange.Closed());
        tenDays();
        assertThat(topics(ref)).doesNotContain(Topic.OVERDUE, Topic.UNREAD);
        assertThat(why(ref, Topic.OVERDUE)).isEqualTo(MessageReason.HANDLED);
    }

    @Test
    void nobodyIsToldOfACaseThatIsWithdrawnBeforeItIsReceivedHere() {
        CaseRef ref = unit.caseOf("late");
        CaseChange withdrawn = new CaseChange.Withdrawn();
        service(PlatformEvents.class).accept(HOST, List.of(event(ref, withdrawn), event(ref, received())));
        careunit.awaitIdle();
        tenDays();
        assertThat(topics(ref)).doesNotContain(Topic.OVERDUE);
    }

    @Test
    void aCaseThatEndedTwiceHasEnded() {
        CaseRef ref = happened(
                "twice",
                received(),
                new CaseChange.Answered(),
                new CaseChange.Answered(),
                new CaseChange.Closed(),
                new CaseChange.Closed(),
                new CaseChange.Withdrawn());
        tenDays();
        assertThat(topics(ref)).doesNotContain(Topic.OVERDUE, Topic.UNREAD);
    }

    @Test
    void givingACaseThatIsClosedTellsNobody() {
        CaseRef ref = happened(
                "given", received(), new CaseChange.Closed(), new CaseChange.Given(unit.handler(), unit.receiver()));
        assertThat(topics(ref)).doesNotContain(Topic.GIVEN);
    }

    @Test
    void aReplyToACaseThatIsWithdrawnTellsNobody() {
        CaseRef ref = happened("reply", received(), new CaseChange.Withdrawn(), new CaseChange.ResidentReplied());
        tenDays();
        assertThat(topics(ref)).doesNotContain(Topic.OVERDUE, Topic.UNREAD);
    }

    @Test
    void aCaseThatIsReopenedIsRemindedOfAnew() {
        CaseRef ref = happened("reopened", received(), new CaseChange.Answered(), new CaseChange.Reopened());
        tenDays();
        assertThat(topics(ref)).contains(Topic.OVERDUE);
    }

    @Test
    void anAnswerThatIsReadIsNotRemindedOf() {
        CaseRef ref = unit.caseOf("read");
        careunit.host().put(ref, Canary.PERSON.contacts());
        happened("read", received(), new CaseChange.Answered(), new CaseChange.AnswerRead());
        tenDays();
        assertThat(topics(ref)).doesNotContain(Topic.UNREAD);
        assertThat(why(ref, Topic.UNREAD)).isEqualTo(MessageReason.ANSWER_READ);
    }

    @Test
    void theResidentIsRemindedOfAnAnswerAlsoWhenTheCaseIsClosed() {
        CaseRef ref = unit.caseOf("unread");
        careunit.host().put(ref, Canary.PERSON.contacts());
        happened("unread", received(), new CaseChange.Answered(), new CaseChange.Closed());
        tenDays();
        assertThat(sent(ref)).filteredOn(entry -> entry.topic() == Topic.UNREAD).isNotEmpty();
    }

    @Test
    void aCaseThatWasNeverReceivedIsNotRemindedOf() {
        CaseRef ref = happened("unknown", new CaseChange.PartReplied());
        tenDays();
        assertThat(topics(ref)).doesNotContain(Topic.OVERDUE);
        assertThat(why(ref, Topic.OVERDUE)).isEqualTo(MessageReason.NOT_RECEIVED);
    }

    @Test
    void aCaseOfWhichNothingIsKnownIsNotExplained() {
        refused("notification.no-case", () -> why(unit.caseOf("nothing"), Topic.OVERDUE));
    }

    @Test
    void anEventOfAUnitThatIsClosedIsTakenInAndTellsNobody() {
        UnitUnderTest gone = careunit.units().ready(id("GONE").value());
        HsaId closed = gone.id();
        service(CaseTypeChoices.class).deactivate(OPERATOR, closed, gone.type());
        service(Units.class).startClosing(OPERATOR, closed);
        service(Units.class).close(OPERATOR, closed);
        assertThat(service(PlatformEvents.class).accept(HOST, List.of(event(gone.caseOf("1"), received()))))
                .isEqualTo(new Acceptance(1, 0, 0));
        careunit.awaitIdle();
        assertThat(topics(gone.caseOf("1"))).isEmpty();
    }

    @Test
    void aUnitWithOpenCasesIsNotClosed() {
        UnitUnderTest closing = careunit.units().ready(id("OPEN").value());
        careunit.happens(closing.caseOf("1"), received());
        service(Units.class).startClosing(OPERATOR, closing.id());
        refused("unit.cases-left", () -> service(Units.class).close(OPERATOR, closing.id()));
        careunit.happens(closing.caseOf("1"), new CaseChange.Withdrawn());
        service(Units.class).close(OPERATOR, closing.id());
        refused("unit.closed", () -> service(Units.class).open(OPERATOR, closing.id()));
    }
}

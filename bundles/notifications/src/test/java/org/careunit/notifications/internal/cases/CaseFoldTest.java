package org.careunit.notifications.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.notifications.internal.Events.event;
import static org.careunit.notifications.internal.Events.numbered;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;
import org.careunit.notifications.internal.Events;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.junit.jupiter.api.Test;

class CaseFoldTest {

    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
    private static final StaffId ANNA = new StaffId("SE1111111111-A");

    @Test
    void aCaseThatIsGivenAndAnsweredAndRead() {
        StoredCase folded = CaseFold.of(List.of(
                event("e1", 1, RECEIVED),
                event("e2", 2, new CaseChange.Given(ANNA, ANNA)),
                event("e3", 3, new CaseChange.CounterQuestionAsked())));
        assertThat(folded.phase()).isEqualTo(Phase.WAITING);
        assertThat(folded.handler()).contains(ANNA);
        StoredCase answered = CaseFold.with(Optional.of(folded), event("e4", 4, new CaseChange.Answered()));
        StoredCase read = CaseFold.with(Optional.of(answered), event("e5", 5, new CaseChange.AnswerRead()));
        assertThat(read.phase()).isEqualTo(Phase.READ);
        assertThat(read.closedAt()).isEmpty();
    }

    @Test
    void theHostsNumberGoesBeforeTheClock() {
        StoredCase folded =
                CaseFold.of(List.of(numbered("e1", 2, 1, new CaseChange.Closed()), numbered("e2", 1, 9, RECEIVED)));
        assertThat(folded.phase()).isEqualTo(Phase.CLOSED);
        assertThat(folded.last().orElseThrow().id()).isEqualTo("e1");
    }

    @Test
    void withoutNumbersTimeDecidesAndThenTheId() {
        StoredCase folded = CaseFold.of(List.of(
                event("b", 5, new CaseChange.Closed()),
                event("a", 5, new CaseChange.Reopened()),
                event("z", 1, RECEIVED)));
        assertThat(folded.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void aReopeningThatComesLateLeavesWhatHasRemindedInTheRoundAfterIt() {
        List<CaseEvent> events =
                new ArrayList<>(List.of(event("e1", 1, RECEIVED), event("e3", 30, new CaseChange.Reopened())));
        StoredCase reminded = StoredCaseClocks.reminded(CaseFold.of(events), Set.of(CaseClock.OVERDUE));
        events.add(event("e2", 20, new CaseChange.Reopened()));

        StoredCase late = CaseFold.again(reminded, events);
        assertThat(late.progress().round()).isEqualTo(3);
        assertThat(late.progress().reminded()).containsExactly("OVERDUE");

        events.add(event("e4", 40, new CaseChange.Reopened()));
        assertThat(CaseFold.again(late, events).progress().reminded()).isEmpty();
    }

    @Property(tries = 500)
    void equalNumbersAreFoldedAlikeInWhateverOrderTheyCome(
            @ForAll("changes") List<CaseChange> changes, @ForAll long seed) {
        List<CaseEvent> events = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            events.add(numbered("e" + i, i / 3, i / 2, changes.get(i)));
        }
        StoredCase inOrder = CaseFold.of(events);
        Collections.shuffle(events, new Random(seed));
        assertThat(CaseFold.of(events)).isEqualTo(inOrder);
    }

    @Property(tries = 500)
    void theOrderOfArrivalDoesNotMatter(@ForAll("changes") List<CaseChange> changes, @ForAll long seed) {
        List<CaseEvent> events = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            events.add(event("e" + i, i / 2, changes.get(i)));
        }
        StoredCase inOrder = CaseFold.of(events);
        Collections.shuffle(events, new Random(seed));
        assertThat(CaseFold.of(events)).isEqualTo(inOrder);
    }

    @Property(tries = 500)
    void oneByOneIsTheSameAsAllAtOnce(@ForAll("changes") List<CaseChange> changes) {
        List<CaseEvent> events = new ArrayList<>();
        Optional<StoredCase> oneByOne = Optional.empty();
        for (int i = 0; i < changes.size(); i++) {
            events.add(event(String.format("e%03d", i), i, changes.get(i)));
            oneByOne = Optional.of(CaseFold.with(oneByOne, events.get(i)));
        }
        assertThat(CaseFold.of(events)).isEqualTo(oneByOne.orElseThrow());
    }

    @Provide
    Arbitrary<List<CaseChange>> changes() {
        return Events.changes().list().ofMinSize(1).ofMaxSize(12);
    }
}

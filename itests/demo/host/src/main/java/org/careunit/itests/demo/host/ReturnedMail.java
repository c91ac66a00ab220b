package org.careunit.itests.demo.host;

import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.SUPPRESSED;

import java.util.List;
import java.util.Optional;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.Topic;
import org.careunit.itests.demo.host.clock.MovableClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has an e-mail come back after the mail server took it, and shows that its address is held back from then on. */
@Component(service = ReturnedMail.class)
public final class ReturnedMail implements Chapter {

    private static final Town.Unit UNIT = Town.units().get(12);
    private static final Actor ADMINISTRATOR = Registration.actor(UNIT.staff().get(0));

    private final EventDelivery doors;
    private final Messages messages;
    private final CaseExplanations explanations;
    private final MovableClock clock;

    @Activate
    public ReturnedMail(
            @Reference EventDelivery doors,
            @Reference Messages messages,
            @Reference CaseExplanations explanations,
            @Reference MovableClock clock) {
        this.doors = doors;
        this.messages = messages;
        this.explanations = explanations;
        this.clock = clock;
    }

    @Override
    public void tell(Report report, Polling patience) throws InterruptedException {
        Table table = report.add(new Table(
                Report.RETURNED,
                "What happens",
                "State",
                "What the ledger says, and what the unit's administrator reads"));
        CaseRef first = received("DEMO-0301");
        await(first, PERMANENT_FAILURE, patience);
        show(table, "the e-mail about a new case comes back", first);
        CaseRef second = received("DEMO-0302");
        await(second, SUPPRESSED, patience);
        show(table, "the next new case", second);
        report.check(
                "an e-mail that came back ends as a failure, and its address gets no more",
                ledger(first).state() == PERMANENT_FAILURE
                        && ledger(first).detail().contains("5.1.6")
                        && ledger(second).state() == SUPPRESSED);
    }

    private CaseRef received(String id) {
        CaseRef subject = new CaseRef(Registration.id(UNIT), id);
        doors.raise(subject, new CaseChange.Received(LifeSettings.TYPE), clock.instant());
        return subject;
    }

    private void await(CaseRef subject, MessageState state, Polling patience) throws InterruptedException {
        patience.until("the e-mail is " + state, () -> about(subject).stream().anyMatch(row -> row.state() == state));
    }

    private List<LedgerEntry> about(CaseRef subject) {
        return messages.about(ADMINISTRATOR, subject);
    }

    private LedgerEntry ledger(CaseRef subject) {
        return about(subject).get(0);
    }

    private void show(Table table, String what, CaseRef subject) {
        Optional<MessageExplanation> why = explanations.why(ADMINISTRATOR, subject).stream()
                .filter(one -> one.topic() == Topic.NEW_CASE)
                .findFirst();
        table.addAll(
                List.of(what, ledger(subject).state().name()),
                List.of(
                        ledger(subject).detail(),
                        why.map(MessageExplanation::swedish).orElse("")));
    }
}

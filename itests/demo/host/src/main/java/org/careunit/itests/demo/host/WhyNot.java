package org.careunit.itests.demo.host;

import java.util.List;
import java.util.Set;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.itests.demo.host.clock.MovableClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks why a case led to no message: its unit has switched off all that could have led to one. */
@Component(service = WhyNot.class)
public final class WhyNot implements Chapter {

    private static final Town.Unit UNIT = Town.units().get(11);
    private static final CaseRef CASE = new CaseRef(Registration.id(UNIT), "DEMO-0201");
    private static final Actor ADMINISTRATOR = Registration.actor(UNIT.staff().get(0));
    private static final Set<MessageReason> MESSAGES = Set.of(
            MessageReason.SENT,
            MessageReason.DELIVERED,
            MessageReason.QUEUED,
            MessageReason.SENDING,
            MessageReason.WILL_COME);

    private final EventDelivery doors;
    private final CaseExplanations explanations;
    private final MovableClock clock;

    @Activate
    public WhyNot(
            @Reference EventDelivery doors, @Reference CaseExplanations explanations, @Reference MovableClock clock) {
        this.doors = doors;
        this.explanations = explanations;
        this.clock = clock;
    }

    @Override
    public void tell(Report report, Polling patience) throws InterruptedException {
        doors.raise(CASE, new CaseChange.Received(LifeSettings.TYPE), clock.instant());
        patience.until("Careunit has looked at the case", () -> why().stream()
                .noneMatch(one -> one.reason() == MessageReason.NOT_LOOKED_AT));
        Table table = report.add(new Table(Report.WHY, "Nyhet", "Varför inte"));
        List<MessageExplanation> why = why();
        why.forEach(one -> table.add(CaseMessages.swedish(one.topic()), one.swedish()));
        report.check(
                "of a case that led to nothing, Careunit says for each kind of news why not, and who decided it",
                why.stream().noneMatch(one -> MESSAGES.contains(one.reason()))
                        && why.stream().anyMatch(one -> one.decidedBy().isPresent()));
    }

    private List<MessageExplanation> why() {
        return explanations.why(ADMINISTRATOR, CASE);
    }
}

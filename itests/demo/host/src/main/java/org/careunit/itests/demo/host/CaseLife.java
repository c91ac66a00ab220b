package org.careunit.itests.demo.host;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.Messages;
import org.careunit.itests.demo.host.clock.HolidayWeek;
import org.careunit.itests.demo.host.clock.MovableClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Follows one case from its receipt until the resident is reminded of the answer, on a clock that it moves. */
@Component(service = CaseLife.class)
public final class CaseLife implements Chapter {

    static final Town.Unit UNIT = Town.units().get(10);
    static final CaseRef CASE = new CaseRef(Registration.id(UNIT), "DEMO-0101");

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final LifeSettings settings;
    private final EventDelivery doors;
    private final CaseMessages messages;
    private final Outcome outcome;
    private final TimelineComparison foretold;
    private final MovableClock clock;

    @Activate
    public CaseLife(
            @Reference LifeSettings settings,
            @Reference EventDelivery doors,
            @Reference Messages messages,
            @Reference Outcome outcome,
            @Reference TimelineComparison foretold,
            @Reference MovableClock clock) {
        this.settings = settings;
        this.doors = doors;
        this.messages = new CaseMessages(messages, CASE);
        this.outcome = outcome;
        this.foretold = foretold;
        this.clock = clock;
    }

    /** Something that happens, to the case or with time alone, and which messages leave then. */
    record Moment(LocalDateTime at, String what, List<CaseChange> changes, List<String> messages) {}

    @Override
    public void tell(Report report, Polling patience) throws InterruptedException {
        settings.save();
        List<Moment> moments = LifeMoments.of(HolidayWeek.of(clock.local().toLocalDate()));
        foretold.preview(report, moments);
        Table life = report.add(new Table(Report.LIFE, "Clock", "What happens", "Message that leaves", "To"));
        for (Moment moment : moments) {
            clock.moveTo(moment.at());
            for (CaseChange change : moment.changes()) {
                doors.raise(CASE, change, clock.instant());
            }
            show(life, moment, messages.await(moment.messages(), patience));
            outcome.note();
        }
        report.check("a case is followed from its receipt to a reminder of its answer, over a holiday", true);
        foretold.compare(report, moments);
    }

    private static void show(Table life, Moment moment, List<LedgerEntry> left) {
        String clock = SHOWN.format(moment.at());
        if (left.isEmpty()) {
            life.add(clock, moment.what(), "(none)", "");
        }
        for (int i = 0; i < left.size(); i++) {
            LedgerEntry row = left.get(i);
            life.add(
                    i == 0 ? clock : "",
                    i == 0 ? moment.what() : "",
                    CaseMessages.kind(row.topic(), row.channel().key()),
                    row.recipient().orElse(""));
        }
    }
}

package org.careunit.itests.demo.host;

import java.util.List;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.itests.demo.host.clock.MovableClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a unit's record system pass its test message, and a case appear in it and be completed there. */
@Component(service = RecordSystemCase.class)
public final class RecordSystemCase implements Chapter {

    private static final HsaId UNIT = new HsaId(Town.RECORDS_UNIT.id());
    private static final Actor ADMINISTRATOR =
            Registration.actor(Town.RECORDS_UNIT.staff().get(0));
    private static final CaseRef CASE = new CaseRef(UNIT, "DEMO-0401");

    private final RecordSystemTests tests;
    private final UnitSettings settings;
    private final EventDelivery doors;
    private final Messages messages;
    private final MovableClock clock;

    @Activate
    public RecordSystemCase(
            @Reference RecordSystemTests tests,
            @Reference UnitSettings settings,
            @Reference EventDelivery doors,
            @Reference Messages messages,
            @Reference MovableClock clock) {
        this.tests = tests;
        this.settings = settings;
        this.doors = doors;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void tell(Report report, Polling patience) throws InterruptedException {
        Table table = report.add(new Table(Report.RECORDS, "What happens", "State", "Answer of the record system"));
        patience.until("the record system passes its test message", this::passesTest);
        table.add("the unit's administrator sends a test message", "PASSED", "");
        settings.update(ADMINISTRATOR, UNIT, RecordSystemNotification.class, now -> new RecordSystemNotification(true));
        tell(table, "a resident sends a case", new CaseChange.Received(LifeSettings.TYPE), 1, patience);
        tell(table, "the case is answered", new CaseChange.Answered(), 2, patience);
        report.check(
                "the record system has the case, and has completed it",
                notices().stream().allMatch(row -> row.state() == MessageState.DELIVERED));
    }

    private boolean passesTest() {
        try {
            return tests.test(ADMINISTRATOR, UNIT).passed();
        } catch (RefusedException notSetUpYet) {
            return false;
        }
    }

    private void tell(Table table, String what, CaseChange change, int notices, Polling patience)
            throws InterruptedException {
        doors.raise(CASE, change, clock.instant());
        patience.until(
                "the record system has heard that " + what,
                () -> notices().stream()
                                .filter(row -> row.state() == MessageState.DELIVERED)
                                .count()
                        == notices);
        LedgerEntry last = notices().get(notices - 1);
        table.add(what, last.state().name(), last.detail());
    }

    /** What the record system was to hear, oldest first. */
    private List<LedgerEntry> notices() {
        return messages.about(ADMINISTRATOR, CASE).stream()
                .filter(row -> row.topic() == Topic.CASE_WAITING)
                .toList();
    }
}

package org.careunit.notifications.internal.recordsystem;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.NotificationsSettings;
import org.careunit.notifications.internal.intake.EventJson;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.Stub;

/** Notices of new cases from the ledger of one store to the record system of one unit. */
public final class NoticeParts implements AutoCloseable {

    private static final int AT_ONCE = 500;

    private final EventJson json = new EventJson();
    private final TestStore store;
    private final HsaId unit;
    private final PassedTests tests;
    private final CaseNotices notices;

    /** The record system has to pass its test message. */
    public NoticeParts(TestStore store, Path base, HsaId unit, RecordSystem system) {
        this.store = store;
        this.unit = unit;
        CareUnit joined = new CareUnit(unit, new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN);
        store.transactions().run(() -> store.units().add(joined));
        UnitSettings settings = Stub.of(
                UnitSettings.class,
                "read",
                asked -> asked[2] == Simulated.class
                        ? new Versioned<>(Simulated.OFF, 1)
                        : new Versioned<>(new RecordSystemNotification(true), 1));
        UnitRules rules = new UnitRules(
                Stub.of(Units.class, "find", asked -> Optional.of(joined)),
                settings,
                new NotificationsSettings(base, Map.of()));
        RecordSystemRegister register = new RecordSystemRegister();
        register.addSystem(system, Map.of(RecordSystem.UNITS, new String[] {unit.value()}));
        tests = new PassedTests(store.documents(), store.transactions(), store.changes());
        RecordSystemsComponent systems =
                new RecordSystemsComponent(FakeAccess.everybody(), store.units(), register, tests, store.clock());
        if (!systems.test(new Actor.Operator("benchmark"), unit).passed()) {
            throw new IllegalStateException("The record system takes everything");
        }
        notices = new CaseNotices(
                settings, rules, store.messages(), store.events(), store.cases(), store.jobs(), store.clock());
        NoticeDispatch dispatch = new NoticeDispatch(store.transactions(), store.messages(), store.events(), rules);
        store.handle(new SendCaseNotices(register, systems, new NamedResident(), dispatch, store.clock()));
    }

    /** Adds that many notices, each of a case of its own, with its row of the ledger and its job. */
    public void backlog(int count) {
        for (int from = 0; from < count; from += AT_ONCE) {
            int some = Math.min(AT_ONCE, count - from);
            store.transactions().run(() -> IntStream.range(0, some).forEach(i -> begin()));
        }
    }

    private void begin() {
        String id = UUID.randomUUID().toString();
        CaseEvent event = new CaseEvent(
                new EventId(id),
                Instant.EPOCH,
                new CaseRef(unit, id),
                OptionalLong.empty(),
                new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        store.events()
                .add(List.of(new StoredEvent(
                        id,
                        "received",
                        Optional.of(event.subject()),
                        event.sequence(),
                        event.occurredAt(),
                        json.write(event))));
        notices.follow(event);
    }

    @Override
    public void close() {
        tests.close();
    }
}

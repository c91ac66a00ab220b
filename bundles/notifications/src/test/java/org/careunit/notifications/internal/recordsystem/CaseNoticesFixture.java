package org.careunit.notifications.internal.recordsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.notifications.internal.Events.CASE;
import static org.careunit.notifications.internal.Events.UNIT;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.messages.MessageState;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.Simulated;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;
import org.careunit.notifications.internal.Events;
import org.careunit.notifications.internal.NotificationsSettings;
import org.careunit.notifications.internal.intake.EventJson;
import org.careunit.notifications.internal.intake.EventType;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A unit whose record system is told of cases by the job engine, on a store. */
abstract class CaseNoticesFixture {

    static final Actor OPERATOR = new Actor.Operator("test");
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final CareUnit CARE_UNIT = new CareUnit(UNIT, new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN);

    @TempDir
    Path base;

    final ScriptedRecordSystem system = new ScriptedRecordSystem();
    final RecordSystemRegister register = new RecordSystemRegister();
    final NamedResident residents = new NamedResident();
    volatile boolean isOn = true;
    volatile boolean isSimulated;
    TestStore store;
    PassedTests tests;
    RecordSystemsComponent systems;
    CaseNotices notices;
    SendCaseNotices sending;
    long time;

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.transactions().run(() -> store.units().add(CARE_UNIT));
        tests = new PassedTests(store.documents(), store.transactions(), store.changes());
        systems = new RecordSystemsComponent(FakeAccess.platform(), store.units(), register, tests, store.clock());
        UnitSettings settings = settings();
        UnitRules rules = new UnitRules(
                answering(Units.class, "find", arguments -> Optional.of(CARE_UNIT)),
                settings,
                new NotificationsSettings(base, Map.of()));
        notices = new CaseNotices(
                settings, rules, store.messages(), store.events(), store.cases(), store.jobs(), store.clock());
        NoticeDispatch dispatch = new NoticeDispatch(store.transactions(), store.messages(), store.events(), rules);
        sending = new SendCaseNotices(register, systems, residents, dispatch, store.clock());
        store.handle(sending);
        register.addSystem(system, Map.of(RecordSystem.UNITS, new String[] {UNIT.value()}));
    }

    UnitSettings settings() {
        return answering(
                UnitSettings.class,
                "read",
                arguments -> arguments[2] == Simulated.class
                        ? new Versioned<>(new Simulated(isSimulated), 1)
                        : new Versioned<>(new RecordSystemNotification(isOn), 1));
    }

    static <T> T answering(Class<T> contract, String method, Function<Object[], Object> answer) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, called, arguments) -> {
                    assertThat(called.getName()).isEqualTo(method);
                    return answer.apply(arguments);
                }));
    }

    @AfterEach
    void closeStore() {
        tests.close();
        store.close();
    }

    void passTheTest() {
        assertThat(systems.test(OPERATOR, UNIT).passed()).isTrue();
    }

    /** Takes an event in and does what follows, in one transaction. */
    void happens(String id, CaseChange change) {
        happensAt(id, ++time, change);
    }

    void happensAt(String id, long at, CaseChange change) {
        CaseEvent event = event(id, at, change);
        store.transactions().run(() -> {
            enter(event);
            notices.follow(event);
        });
    }

    static CaseEvent event(String id, long at, CaseChange change) {
        return Events.event(id, at, change);
    }

    void enter(CaseEvent event) {
        store.events()
                .add(List.of(new StoredEvent(
                        event.id().value(),
                        EventType.of(event).wireName(),
                        Optional.of(CASE),
                        event.sequence(),
                        event.occurredAt(),
                        new EventJson().write(event))));
    }

    void awaitStates(MessageState... states) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(rows()).extracting(LedgerRow::state).containsExactlyInAnyOrder(states));
    }

    List<LedgerRow> rows() {
        return store.messages().about(CASE);
    }

    LedgerRow row(MessageState state) {
        return rows().stream().filter(row -> row.state() == state).findFirst().orElseThrow();
    }

    static RecordSystemAnswer refusal() {
        return RecordSystemAnswer.of(DeliveryStatus.TECHNICAL_FAILURE, "AR");
    }
}

package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.access.Permission;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.Life.People;
import org.careunit.notifications.internal.SimulatedGateways.Taken;
import org.careunit.notifications.internal.SimulatedWorld.Death;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two nodes share the sweep of cases that fall due together, and one dies: in the sweep, in the recalculation after a
 * changed setting, in sending; before its work, between sending and commit, or within the commit. What the gateway took
 * is the ledger that counts: nothing is lost, and at most what was in flight comes twice, under the same id.
 */
abstract class KilledNodesContract {

    private static final int CASES = 40;
    private static final StaffId BO = new StaffId("SE1111111111-B");
    private static final StaffId ANNA = new StaffId("SE1111111111-A");
    private static final Instant BEGIN = at("2091-03-06T10:00:30");
    private static final Instant END = BEGIN.plus(Duration.ofDays(20));

    @TempDir
    Path base;

    private TestStore store;
    private SimulatedWorld world;
    private final List<Taken> accepted = new ArrayList<>();

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        world = new SimulatedWorld(store, base, BEGIN);
        world.beginAnew(BEGIN, new Life(1, 0, People.BY_MAIL, List.of(), List.of(), List.of(), List.of()));
        world.town.turnOn("reception@example.org");
        for (StaffId staff : List.of(ANNA, BO)) {
            world.town.wantToBeTold.put(
                    staff, new EmailAddress(staff.value().toLowerCase(Locale.ROOT) + "@example.org"));
            store.transactions()
                    .run(() -> store.grants().replace(Events.UNIT, staff, Set.of(Permission.CASE_RECEIVER), "test"));
        }
        world.town.save(new StaffReminder(true, 5), BEGIN);
        world.settingsChanged("staff-reminder");
    }

    @AfterEach
    void closeStore() throws Exception {
        world.close();
        store.close();
    }

    static Stream<Arguments> deaths() {
        return Stream.of("sweep-clocks", "remind", "watch-clocks", "recalculate-clocks", "send-email")
                .flatMap(type -> Stream.of(Death.values()).map(death -> Arguments.of(type, death)));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void eachCaseIsToldOfOnceWhereverANodeDies(String type, Death death) {
        for (int number = 0; number < CASES; number++) {
            CaseRef subject = new CaseRef(Events.UNIT, "c-" + number);
            world.bring(new CaseEvent(
                    new EventId("e" + number),
                    BEGIN,
                    subject,
                    OptionalLong.empty(),
                    new CaseChange.Received(new CaseTypeKey("kontakta-mig"))));
        }
        work();
        accepted.clear();

        world.moveTo(BEGIN.plus(Duration.ofHours(1)));
        world.town.save(new StaffReminder(true, 2), world.now());
        world.settingsChanged("staff-reminder");
        world.jobs.dieInNext(type, death);
        until(END);

        List<LedgerRow> told = accepted.stream()
                .flatMap(one -> one.rows().stream())
                .filter(row -> row.topic() == Topic.OVERDUE)
                .toList();
        Map<String, Set<UUID>> messages = told.stream()
                .collect(Collectors.groupingBy(
                        row -> row.subject().id() + " " + row.recipient(),
                        Collectors.mapping(row -> row.messageId().orElseThrow(), Collectors.toSet())));
        assertThat(messages).hasSize(2 * CASES).allSatisfy((who, ids) -> assertThat(ids)
                .hasSize(1));
        int inFlight = type.equals("send-email") && death != Death.BEFORE_IT ? 1 : 0;
        assertThat(reminders()).as("twice").hasSizeLessThanOrEqualTo(2 + inFlight);
        assertThat(reminders().stream().map(one -> one.id()).distinct()).hasSize(2);
        assertThat(reminders()).allSatisfy(one -> assertThat(one.at())
                .isBetween(at("2091-03-09T08:00:00"), at("2091-03-09T08:01:00")));
        assertEveryRowEnded();
    }

    private void assertEveryRowEnded() {
        for (int number = 0; number < CASES; number++) {
            assertThat(store.messages().about(new CaseRef(Events.UNIT, "c-" + number)))
                    .extracting(LedgerRow::state)
                    .containsOnly(MessageState.SENT);
        }
    }

    private List<Taken> reminders() {
        return accepted.stream()
                .filter(one -> one.rows().stream().anyMatch(row -> row.topic() == Topic.OVERDUE))
                .toList();
    }

    private void until(Instant end) {
        work();
        Optional<Instant> next = world.nextDue();
        while (next.filter(due -> due.isBefore(end)).isPresent()) {
            world.moveTo(next.get());
            work();
            next = world.nextDue();
        }
    }

    private void work() {
        accepted.addAll(world.work());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SwedishTime.ZONE).toInstant();
    }
}

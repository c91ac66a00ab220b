package org.careunit.itests.faults.chaos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.ChaosParts;
import org.careunit.notifications.internal.cases.CaseFold;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;

/** Checks the invariants after a run has come to rest, and records violations in the world's faults. */
final class InvariantChecks {

    private final World world;
    private final TestStore store;
    private final boolean digest;
    private final Map<UUID, List<LedgerRow>> rows = new HashMap<>();

    InvariantChecks(World world, TestStore store, boolean digest) {
        this.world = world;
        this.store = store;
        this.digest = digest;
    }

    void judge() {
        Map<CaseRef, List<CaseEvent>> cases =
                world.acknowledged.values().stream().collect(Collectors.groupingBy(CaseEvent::subject));
        cases.forEach(this::judgeCase);
        rows.values().forEach(all -> all.sort(Comparator.comparing(LedgerRow::id)));
        rows.forEach(this::judgeMessage);
        world.taken.keySet().stream()
                .filter(message -> !rows.containsKey(message))
                .forEach(message -> fault("Message " + message + " was sent and is in no row"));
    }

    private void judgeCase(CaseRef ref, List<CaseEvent> events) {
        if (store.events().ofCase(ref).size() != events.size()) {
            fault("Case " + ref + " has other events than the host was told");
        }
        StoredCase expected = CaseFold.of(events);
        StoredCase found = store.transactions()
                .call(() -> store.cases().lock(List.of(ref)))
                .get(ref);
        if (found == null
                || found.phase() != expected.phase()
                || !found.handler().equals(expected.handler())
                || !found.last().equals(expected.last())) {
            fault("Case " + ref + " is " + found + " and should be " + expected);
        }
        List<LedgerRow> all = store.messages().about(ref);
        all.forEach(
                row -> row.messageId().ifPresent(message -> rows.computeIfAbsent(message, first -> new ArrayList<>())
                        .add(row)));
        all.stream()
                .filter(row -> !row.state().ended())
                .forEach(row -> fault("Row " + row.id() + " stays " + row.state() + ": " + row.detail()));
        events.forEach(event -> judgeNews(event, all));
    }

    /** Each event that is news has one row for each recipient, whatever became of it. */
    private void judgeNews(CaseEvent event, List<LedgerRow> all) {
        if (event.change() instanceof CaseChange.Received) {
            judgeNews(event, Topic.NEW_CASE, ChaosParts.ADDRESSES, all);
        } else if (event.change() instanceof CaseChange.Given) {
            judgeNews(event, Topic.GIVEN, 1, all);
        }
    }

    private void judgeNews(CaseEvent event, Topic topic, int expected, List<LedgerRow> all) {
        long found = all.stream()
                .filter(row ->
                        row.topic() == topic && row.event().equals(event.id().value()))
                .count();
        if (found != expected) {
            fault("Event " + event.id() + " has " + found + " rows of " + topic + " instead of " + expected);
        }
    }

    private void judgeMessage(UUID message, List<LedgerRow> carried) {
        List<Long> taken = world.taken.getOrDefault(message, List.of());
        int excused = world.excused.getOrDefault(message, 0);
        boolean sent = carried.stream().anyMatch(row -> row.state() == MessageState.SENT);
        if (taken.size() > 1 + excused) {
            fault("Message " + message + " was sent " + taken.size() + " times, with " + excused + " excuses");
        }
        if (sent && taken.isEmpty()) {
            fault("Message " + message + " is SENT and never was");
        }
        if (!sent && !taken.isEmpty() && excused == 0) {
            fault("Message " + message + " was sent, and its rows say " + carried);
        }
        boolean alone = !digest || carried.size() == 1;
        if (alone && carried.get(0).topic() == Topic.NEW_CASE) {
            taken.stream()
                    .filter(began -> began - withdrawn(carried.get(0).subject(), began) > 0)
                    .forEach(began -> fault("Message " + message + " left after the withdrawal of "
                            + carried.get(0).subject()));
        }
    }

    private long withdrawn(CaseRef subject, long began) {
        return world.withdrawn.getOrDefault(subject, began);
    }

    private void fault(String what) {
        world.faults.add(what);
    }
}

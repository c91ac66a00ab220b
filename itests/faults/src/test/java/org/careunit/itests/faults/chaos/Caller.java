package org.careunit.itests.faults.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.StaleVersionException;

/**
 * A host's thread: brings events in batches, new ones, known ones, late ones, crossing those of others; saves
 * documents.
 */
final class Caller implements Runnable {

    private static final Actor HOST = new Actor.Host("chaos");
    private static final Instant BEGIN = Instant.parse("2026-06-01T08:00:00Z");
    private static final long LAST_SECOND = 7200;
    private static final int RECENT = 60;

    /** On average half of it; with sixteen callers that is about as much as an embedded store does. */
    private static final int LONGEST_PAUSE_NANOS = 300_000_000;

    private static final List<StaffId> STAFF =
            List.of(new StaffId("SE1111111111-A"), new StaffId("SE1111111111-B"), new StaffId("SE1111111111-C"));

    private final World world;
    private final Shared shared;
    private final Random random;

    Caller(World world, Shared shared, long seed) {
        this.world = world;
        this.shared = shared;
        this.random = new Random(seed);
    }

    /**
     * What the callers of a run share.
     *
     * @param nodes those that are up
     */
    record Shared(
            List<ChaosNode> nodes,
            BooleanSupplier goesOn,
            AtomicInteger numbers,
            List<Subject> subjects,
            List<List<CaseEvent>> batches) {

        Shared(List<ChaosNode> nodes, BooleanSupplier goesOn) {
            this(nodes, goesOn, new AtomicInteger(), new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        }
    }

    /** A case; half of them have events with numbers. */
    record Subject(CaseRef ref, boolean numbered, AtomicInteger events) {}

    @Override
    public void run() {
        while (shared.goesOn.getAsBoolean()) {
            try {
                LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOS));
                turn();
            } catch (UnavailableException refused) {
                // the host brings it again
            } catch (RuntimeException | Error wrong) {
                world.faults.add("A caller was answered with " + wrong + ", because of " + wrong.getCause());
            }
            Thread.interrupted();
        }
    }

    private void turn() {
        int dice = random.nextInt(100);
        List<CaseEvent> again = dice < 20 ? world.unacknowledged.poll() : null;
        if (again != null) {
            bring(again);
        } else if (dice < 30 && !shared.batches.isEmpty()) {
            bring(knownOnes());
        } else if (dice < 35) {
            save("k" + random.nextInt(10));
        } else {
            List<CaseEvent> batch = newOnes();
            shared.batches.add(batch);
            bring(batch);
        }
    }

    /** Parts of two batches of anybody, in any order, perhaps while they are brought for the first time. */
    private List<CaseEvent> knownOnes() {
        List<CaseEvent> some = new ArrayList<>(lately(shared.batches));
        some.addAll(lately(shared.batches));
        Collections.shuffle(some, random);
        return some.subList(0, 1 + random.nextInt(some.size()));
    }

    private <T> T lately(List<T> all) {
        int size = all.size();
        return all.get(size - 1 - random.nextInt(Math.min(size, RECENT)));
    }

    private List<CaseEvent> newOnes() {
        List<CaseEvent> batch = new ArrayList<>();
        int size = random.nextBoolean() ? 1 : 1 + random.nextInt(20);
        for (int i = 0; i < size; i++) {
            batch.add(
                    shared.subjects.isEmpty() || random.nextInt(100) < 40
                            ? received()
                            : change(lately(shared.subjects)));
        }
        return batch;
    }

    private CaseEvent received() {
        int number = shared.numbers.incrementAndGet();
        HsaId unit = new HsaId("SE1111111111-UNIT" + random.nextInt(4));
        Subject subject = new Subject(new CaseRef(unit, "case-" + number), random.nextBoolean(), new AtomicInteger());
        CaseEvent event = event(subject, 0, new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        shared.subjects.add(subject);
        return event;
    }

    private CaseEvent change(Subject subject) {
        if (random.nextInt(100) < 20) {
            return event(subject, LAST_SECOND, new CaseChange.Withdrawn());
        }
        CaseChange change =
                switch (random.nextInt(5)) {
                    case 0 -> new CaseChange.CounterQuestionAsked();
                    case 1 -> new CaseChange.ResidentReplied();
                    case 2 -> new CaseChange.Answered();
                    default -> new CaseChange.Given(
                            STAFF.get(random.nextInt(STAFF.size())), STAFF.get(random.nextInt(STAFF.size())));
                };
        return event(subject, 1 + random.nextInt((int) LAST_SECOND - 1), change);
    }

    /** Where an event belongs says its second; when it is brought says chance. */
    private static CaseEvent event(Subject subject, long second, CaseChange change) {
        int number = subject.events.incrementAndGet();
        EventId id = new EventId(subject.ref.id() + "-" + number);
        OptionalLong sequence = subject.numbered ? OptionalLong.of(second * 1000 + number) : OptionalLong.empty();
        return new CaseEvent(id, BEGIN.plusSeconds(second).plusMillis(number), subject.ref, sequence, change);
    }

    private void bring(List<CaseEvent> batch) {
        boolean done = false;
        try {
            lately(shared.nodes).events.accept(HOST, batch);
            done = true;
        } finally {
            if (!done) {
                world.unacknowledged.add(batch);
            }
        }
        world.acknowledge(batch);
    }

    /** Brings what is left, when nothing fails any more. */
    static void bringRest(World world, ChaosNode node) {
        for (List<CaseEvent> batch = world.unacknowledged.poll(); batch != null; batch = world.unacknowledged.poll()) {
            node.events.accept(HOST, batch);
            world.acknowledge(batch);
        }
    }

    private void save(String key) {
        ChaosNode node = lately(shared.nodes);
        long version = lately(shared.nodes).versions.get(key).orElse(0L);
        try {
            node.store.documents().save(ChaosNode.document(key), version, Content.published(1, "{}", "host:chaos"));
        } catch (StaleVersionException other) {
            // somebody else was first
        }
    }
}

package org.careunit.itests.faults;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.clocks.UnitClocks;
import org.careunit.notifications.internal.intake.Intake;
import org.careunit.notifications.internal.reminders.CaseReader;
import org.careunit.notifications.internal.reminders.CaseSchedule;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.testkit.fakes.FakeAccess;

/**
 * A node in a process of its own: takes in events, says on its output which it has acknowledged, follows each up by
 * writing a document, and halts at a given step until its test kills it there or tells it to go on.
 */
public final class Node {

    /** Where a node can be told to halt. */
    enum Step {
        NONE,
        /** An event is committed, and nobody has been told yet. */
        COMMITTED,
        /** A job is claimed and its handler has begun. */
        CLAIMED,
        /** The outcome is being written, and not yet committed. */
        COMPLETING
    }

    private final TestStore store;
    private final String name;
    private final Step halt;
    private final CountDownLatch goOn = new CountDownLatch(1);

    private Node(TestStore store, String name, Step halt) {
        this.store = store;
        this.name = name;
        this.halt = halt;
    }

    /** Arguments: database (a directory or a PostgreSQL URL), name, step to halt at, prefix and number of events. */
    public static void main(String[] args) throws Exception {
        String name = args[1];
        try (TestStore store = open(args[0], name)) {
            Node node = new Node(store, name, Step.valueOf(args[2]));
            store.handle(node.new FollowUp());
            node.takeIn(args[3], Integer.parseInt(args[4]));
            say("READY " + name);
            node.obey();
        }
    }

    static TestStore open(String database, String name) throws Exception {
        return database.startsWith("jdbc:postgresql:")
                ? TestStore.on(database, "postgres", name)
                : TestStore.embedded(java.nio.file.Path.of(database));
    }

    private void takeIn(String prefix, int count) {
        PlatformEvents events = new Intake(
                FakeAccess.everybody(),
                store.transactions(),
                store.events(),
                store.cases(),
                store.jobs(),
                new CaseReader(store.events()),
                new CaseSchedule(
                        new UnitClocks(
                                store.units(), store.dues(), store.transactions(), store.changes(), store.clock()),
                        store.clock()));
        for (int i = 0; i < count; i++) {
            CaseEvent event = event(prefix + i);
            events.accept(new Actor.Host("faults"), List.of(event));
            reach(Step.COMMITTED, event.id().value());
            say("ACKNOWLEDGED " + event.id());
        }
    }

    static CaseEvent event(String id) {
        CaseRef subject = new CaseRef(new HsaId("SE1111111111-UNIT1"), id);
        return new CaseEvent(
                new EventId(id),
                Instant.EPOCH,
                subject,
                OptionalLong.empty(),
                new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
    }

    /** The document that says, by its versions, how often an event was followed up, and by whom. */
    static DocumentId followedUp(String event) {
        return new DocumentId(Scope.PLATFORM, "followed-up", event);
    }

    static void followUp(TestStore store, String event, String by) {
        long version = store.documents()
                .newest(followedUp(event))
                .map(Document::version)
                .orElse(0L);
        store.documents().save(followedUp(event), version, Content.published(1, "{}", by));
    }

    private void reach(Step step, String what) {
        if (step == halt) {
            say("AT " + step + " " + what);
            awaitOrder();
        }
    }

    private void awaitOrder() {
        try {
            goOn.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A line on our input means to go on from where we halted; its end means to stop. */
    private void obey() throws IOException {
        while (System.in.read() >= 0) {
            goOn.countDown();
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private final class FollowUp implements JobHandler {

        @Override
        public String type() {
            return "follow-up";
        }

        @Override
        public JobOutcome run(Job job) {
            say("CLAIMED " + job.payload());
            reach(Step.CLAIMED, job.payload());
            return JobOutcome.done(() -> {
                followUp(store, job.payload(), name);
                reach(Step.COMPLETING, job.payload());
            });
        }
    }
}

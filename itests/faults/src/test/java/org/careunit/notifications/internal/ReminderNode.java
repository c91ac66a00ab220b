package org.careunit.notifications.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.careunit.api.access.Permission;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;

/**
 * A node in a process of its own that runs the clocks of one unit's cases and sends the reminders. What its gateway
 * accepts is appended to a file, the outside ledger. It halts at a step of a job, for its test to kill it there.
 */
public final class ReminderNode implements AutoCloseable {

    public static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");

    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final Duration SOON = Duration.ofSeconds(1);

    private final TestStore store;
    private final Clock clock;
    private final Path folder;
    private final Halt halt;
    private final ReminderParts parts;

    /**
     * Where a node halts.
     *
     * @param type of the job; none has an empty one
     */
    record Halt(String type, Step step) {

        static Halt of(String written) {
            String[] both = written.split(":", 2);
            return new Halt(both[0], Step.valueOf(both[1]));
        }
    }

    /** A step of a job. */
    public enum Step {
        /** It is claimed, and has not begun. */
        CLAIMED,
        /** It has run, and what it sent has left; nothing of that is written down. */
        RAN,
        /** Its outcome is being written, and not yet committed. */
        COMPLETING
    }

    private ReminderNode(TestStore store, Duration ahead, Path folder, Halt halt) {
        this.store = store;
        this.clock = Clock.offset(store.clock(), ahead);
        this.folder = folder;
        this.halt = halt;
        parts = new ReminderParts(store, clock, folder, new Gateway());
        parts.handlers().forEach(handler -> store.handle(new Halting(handler)));
    }

    /**
     * Arguments: database (a directory or a PostgreSQL URL), name, how far the time of the cases is from the store's,
     * folder of ledger and settings, where to halt. On its input it takes {@code begin} with a number of cases and when
     * they came in, and {@code change} when the number of days in the folder has changed.
     */
    public static void main(String[] args) throws Exception {
        try (TestStore store = open(args[0], args[1]);
                ReminderNode node =
                        new ReminderNode(store, Duration.parse(args[2]), Path.of(args[3]), Halt.of(args[4]))) {
            say("READY " + args[1] + " at " + Instant.ofEpochMilli(System.currentTimeMillis()));
            node.obey();
        }
    }

    private static TestStore open(String database, String name) throws Exception {
        return database.startsWith("jdbc:postgresql:")
                ? TestStore.on(database, "postgres", name)
                : TestStore.embedded(Path.of(database));
    }

    private void obey() throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals("begin")) {
                begin(Integer.parseInt(words[1]), Instant.parse(words[2]));
            } else {
                store.transactions().run(() -> store.changes()
                        .announce(new Change(Scope.region("01"), "default", "staff-reminder")));
            }
            say("DID " + words[0]);
        }
    }

    private void begin(int cases, Instant received) {
        store.transactions().run(() -> {
            store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Provmottagningen", CareUnit.State.OPEN));
            store.grants().replace(UNIT, ANNA, Set.of(Permission.CASE_RECEIVER), "test");
        });
        List<CaseEvent> events = IntStream.range(0, cases)
                .mapToObj(number -> new CaseEvent(
                        new EventId("e" + number),
                        received,
                        new CaseRef(UNIT, "c-" + number),
                        OptionalLong.empty(),
                        new CaseChange.Received(new CaseTypeKey("kontakta-mig"))))
                .toList();
        parts.intake().accept(new Actor.Host("faults"), events);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    @Override
    public void close() {
        parts.close();
    }

    /** Appends what it accepts to the outside ledger: when, which message, and each case that it tells of. */
    private final class Gateway implements MailGateway {

        @Override
        public DeliveryResult send(OutgoingMail mail) {
            String lines = store.messages().ofMessage(mail.id()).stream()
                    .filter(row -> row.state() == MessageState.SENDING)
                    .map(row -> clock.instant() + " " + mail.id() + " "
                            + row.subject().id() + " " + row.topic() + "\n")
                    .reduce("", String::concat);
            try {
                Files.writeString(
                        folder.resolve("ledger"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok");
        }

        @Override
        public Runnable onRecovery(Runnable listener) {
            return () -> {};
        }
    }

    /** Halts where it is told to; and what is due again by the time of the cases is due so by the store's. */
    private final class Halting implements JobHandler {

        private final JobHandler handler;

        private Halting(JobHandler handler) {
            this.handler = handler;
        }

        @Override
        public String type() {
            return handler.type();
        }

        @Override
        public Priority priority() {
            return handler.priority();
        }

        @Override
        public JobOutcome run(Job job) throws Exception {
            reach(Step.CLAIMED);
            JobOutcome outcome = handler.run(job);
            reach(Step.RAN);
            Runnable alongside = () -> {
                outcome.alongside().run();
                reach(Step.COMPLETING);
            };
            if (outcome instanceof JobOutcome.Again again) {
                return new JobOutcome.Again(store.clock().instant().plus(SOON), again.payload(), alongside);
            }
            if (outcome instanceof JobOutcome.Continue slice) {
                return new JobOutcome.Continue(slice.payload(), slice.progress(), alongside);
            }
            return outcome instanceof JobOutcome.Done ? new JobOutcome.Done(alongside) : outcome;
        }

        private void reach(Step step) {
            if (halt.type().equals(type()) && halt.step() == step && isAsked()) {
                say("AT " + type() + " " + step);
                awaitTheEnd();
            }
        }

        /** Only once the settings have changed: jobs that come again halt nobody before. */
        private boolean isAsked() {
            return parts.days() != ReminderParts.MANY_DAYS;
        }

        private static void awaitTheEnd() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

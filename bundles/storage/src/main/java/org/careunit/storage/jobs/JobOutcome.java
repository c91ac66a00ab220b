package org.careunit.storage.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Result of running a job. The engine alone decides what happens next. {@code alongside} runs in the transaction that
 * records the outcome: both happen or neither, and neither does when another node has taken the job over meanwhile. An
 * outcome is kept until it is recorded: while the database is away it is tried again, so {@code alongside} may run
 * several times, each time after the last was rolled back.
 */
public sealed interface JobOutcome {

    Runnable NOTHING = () -> {};

    /** What is to be written together with the outcome; never null. */
    Runnable alongside();

    /**
     * Writes what belongs to several outcomes: what is of one type is written by one call, everything else is run one
     * by one before.
     *
     * @param write called once, unless there is nothing of that type
     */
    static <T extends Runnable> void writeTogether(List<JobOutcome> outcomes, Class<T> type, Consumer<List<T>> write) {
        List<T> together = new ArrayList<>();
        for (JobOutcome outcome : outcomes) {
            if (type.isInstance(outcome.alongside())) {
                together.add(type.cast(outcome.alongside()));
            } else {
                outcome.alongside().run();
            }
        }
        if (!together.isEmpty()) {
            write.accept(together);
        }
    }

    /** The work is done; the job is removed. */
    record Done(Runnable alongside) implements JobOutcome {
        public Done {
            Objects.requireNonNull(alongside, "alongside");
        }
    }

    /**
     * The work is done for now and is due again at that time; failures so far are forgotten.
     *
     * @param payload what the job is given then; empty for what it was given now
     */
    record Again(Instant at, Optional<String> payload, Runnable alongside) implements JobOutcome {
        public Again {
            Objects.requireNonNull(at, "at");
            payload.ifPresent(Jobs::requirePayload);
            Objects.requireNonNull(alongside, "alongside");
        }

        /** With the same payload. */
        public Again(Instant at, Runnable alongside) {
            this(at, Optional.empty(), alongside);
        }
    }

    /**
     * A slice of long work is done and the rest follows, behind what else waits. A slice takes some seconds at most:
     * that is what is lost when a node dies, and how long an operator waits who cancels.
     *
     * @param payload how far it came: what the job is given next time; at most {@link Jobs#MAX_PAYLOAD} characters
     * @param progress the same for the operator, such as "1 200 of 5 000 cases"; at most 200 characters
     */
    record Continue(String payload, String progress, Runnable alongside) implements JobOutcome {
        public Continue {
            Jobs.requirePayload(payload);
            Objects.requireNonNull(progress, "progress");
            Objects.requireNonNull(alongside, "alongside");
        }
    }

    /** It failed in a way that may pass: an attempt is counted and the ladder says when it is tried again, or never. */
    record TryLater(String reason, Runnable alongside) implements JobOutcome {
        public TryLater {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(alongside, "alongside");
        }
    }

    /**
     * It was refused for a reason that is ours, not the job's: counts as {@link TryLater}. After several in a row all
     * jobs of the type rest, and health says so.
     */
    record OurFault(String reason, Runnable alongside) implements JobOutcome {
        public OurFault {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(alongside, "alongside");
        }
    }

    /**
     * Something that only this job needs is unavailable: it is tried again after the pause, and no attempt is counted.
     */
    record NotNow(String reason, Duration pause, Runnable alongside) implements JobOutcome {
        public NotNow {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(pause, "pause");
            Objects.requireNonNull(alongside, "alongside");
        }
    }

    /**
     * Something that all jobs of the destination, or of the type, need is unavailable: none of them is started on this
     * node until the pause is over or {@link Jobs#wake} is called. This one waits with them, and no attempt is counted.
     * The first job after a rest goes alone; if it succeeds the others follow, the newest first.
     *
     * @param pause how long; zero for the engine's own growing pause, from a second to half a minute
     */
    record Rest(String reason, Scope scope, Duration pause, Runnable alongside) implements JobOutcome {
        public Rest {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(pause, "pause");
            Objects.requireNonNull(alongside, "alongside");
        }

        /** What rests. */
        public enum Scope {
            /** Jobs of this type to this destination. */
            DESTINATION,
            /** All jobs of this type. */
            TYPE
        }
    }

    /** It can never succeed as it is: the job is set aside, where operators see it and can start it again. */
    record Never(String reason, Runnable alongside) implements JobOutcome {
        public Never {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(alongside, "alongside");
        }
    }

    static JobOutcome done() {
        return new Done(NOTHING);
    }

    static JobOutcome done(Runnable alongside) {
        return new Done(alongside);
    }

    static JobOutcome again(Instant at) {
        return new Again(at, NOTHING);
    }

    /** @param reason for the operator; no personal data */
    static JobOutcome tryLater(String reason) {
        return new TryLater(reason, NOTHING);
    }

    /** @param reason for the operator; no personal data */
    static JobOutcome notNow(String reason, Duration pause) {
        return new NotNow(reason, pause, NOTHING);
    }

    /** @param reason for the operator; no personal data */
    static JobOutcome typeRests(String reason, Duration pause) {
        return new Rest(reason, Rest.Scope.TYPE, pause, NOTHING);
    }

    /** @param reason for the operator; no personal data */
    static JobOutcome destinationRests(String reason, Duration pause) {
        return new Rest(reason, Rest.Scope.DESTINATION, pause, NOTHING);
    }

    /** @param reason for the operator; no personal data */
    static JobOutcome never(String reason) {
        return new Never(reason, NOTHING);
    }
}

package org.careunit.storage.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What came of a job. The engine alone decides what happens next. {@code alongside} runs in the transaction that records
 * the outcome: both happen or neither, and neither does when another node has taken the job over meanwhile.
 */
public sealed interface JobOutcome {

    Runnable NOTHING = () -> {};

    /** What is to be written together with the outcome; never null. */
    Runnable alongside();

    /** The work is done; the job is removed. */
    record Done(Runnable alongside) implements JobOutcome {
        public Done {
            Objects.requireNonNull(alongside, "alongside");
        }
    }

    /** The work is done for now and is due again at that time; failures so far are forgotten. */
    record Again(Instant at, Runnable alongside) implements JobOutcome {
        public Again {
            Objects.requireNonNull(at, "at");
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

    /** Something it needs is not there: it is tried again after the pause, and no attempt is counted. */
    record NotNow(String reason, Duration pause, Runnable alongside) implements JobOutcome {
        public NotNow {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(pause, "pause");
            Objects.requireNonNull(alongside, "alongside");
        }
    }

    /** It can never succeed as it is: the job is set aside, where it is seen and can be started again. */
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
    static JobOutcome never(String reason) {
        return new Never(reason, NOTHING);
    }
}

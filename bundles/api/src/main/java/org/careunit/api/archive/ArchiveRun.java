package org.careunit.api.archive;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One run of a unit's archive: the cases that had ended when it began and were not confirmed yet go into one package.
 *
 * @param packageName what the package is called, in the archive too; never null
 * @param startedAt when it began; cases that ended later belong to the next run; never null
 * @param askedBy the label of the one who asked for it, {@code schedule} where nobody did; never null
 * @param stage how far it came; never null
 * @param counts never null
 * @param stored the package, once it is complete; never null
 * @param problem why it has stopped, or what is wrong with what the host gives, for an operator; empty if nothing is;
 *     never null
 * @param endedAt when it ended; empty until then; never null
 */
public record ArchiveRun(
        String packageName,
        Instant startedAt,
        String askedBy,
        Stage stage,
        Counts counts,
        Optional<Stored> stored,
        Optional<String> problem,
        Optional<Instant> endedAt) {
    /** Stage of a run; each stage resumes where it was if the process is killed. */
    public enum Stage {
        /** Cases are read from the host and written into the package. */
        COLLECT,
        /** The package is completed. */
        FINISH,
        /** It is brought to the archive. */
        DELIVER,
        /** The host is notified until it confirms. */
        CONFIRM,
        /** It is in the archive and confirmed, or there was nothing to archive. */
        DONE,
        /** An operator cancelled it before its package was in the archive. */
        CANCELLED,
        /** It was given up and stays where it was until an operator starts it again. */
        FAILED
    }

    public ArchiveRun {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(askedBy, "askedBy");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(endedAt, "endedAt");
    }

    /** Whether nothing more happens to it. */
    public boolean hasEnded() {
        return endedAt.isPresent();
    }

    public ArchiveRun at(Stage next) {
        return new ArchiveRun(packageName, startedAt, askedBy, next, counts, stored, problem, endedAt);
    }

    public ArchiveRun with(Counts counted) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counted, stored, problem, endedAt);
    }

    public ArchiveRun with(Stored there) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counts, Optional.of(there), problem, endedAt);
    }

    public ArchiveRun withProblem(Optional<String> found) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counts, stored, found, endedAt);
    }

    public ArchiveRun ended(Stage last, Instant at) {
        return new ArchiveRun(packageName, startedAt, askedBy, last, counts, stored, problem, Optional.of(at));
    }

    /**
     * What was counted.
     *
     * @param cases in the package
     * @param leftOut cases that could not be archived; they are offered again at the next run
     * @param bytes of them that were read
     * @param replaced characters of texts that XML cannot hold
     * @param sent bytes of the package that are in the archive
     * @param confirmed cases that the host confirmed
     */
    public record Counts(long cases, long leftOut, long bytes, long replaced, long sent, long confirmed) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        public Counts plus(Counts more) {
            return new Counts(
                    cases + more.cases,
                    leftOut + more.leftOut,
                    bytes + more.bytes,
                    replaced + more.replaced,
                    sent + more.sent,
                    confirmed + more.confirmed);
        }

        public Counts withSent(long there) {
            return new Counts(cases, leftOut, bytes, replaced, there, confirmed);
        }

        public Counts withCases(long cases) {
            return new Counts(cases, leftOut, bytes, replaced, sent, confirmed);
        }

        public Counts withLeftOut(long leftOut) {
            return new Counts(cases, leftOut, bytes, replaced, sent, confirmed);
        }

        public Counts withBytes(long bytes) {
            return new Counts(cases, leftOut, bytes, replaced, sent, confirmed);
        }

        public Counts withReplaced(long replaced) {
            return new Counts(cases, leftOut, bytes, replaced, sent, confirmed);
        }

        public Counts withConfirmed(long confirmed) {
            return new Counts(cases, leftOut, bytes, replaced, sent, confirmed);
        }
    }

    /**
     * A package, complete.
     *
     * @param bytes its size
     * @param sha256 64 hexadecimal digits; never null
     * @param target the archive's name; empty while it is on its way; never null
     * @param at when all of it was there; empty while it is on its way; never null
     */
    public record Stored(long bytes, String sha256, Optional<String> target, Optional<Instant> at) {
        public Stored {
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(at, "at");
        }
    }

    public ArchiveRun withPackageName(String packageName) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counts, stored, problem, endedAt);
    }

    public ArchiveRun withStartedAt(Instant startedAt) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counts, stored, problem, endedAt);
    }

    public ArchiveRun withAskedBy(String askedBy) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counts, stored, problem, endedAt);
    }

    public ArchiveRun withStage(Stage stage) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counts, stored, problem, endedAt);
    }

    public ArchiveRun withCounts(Counts counts) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counts, stored, problem, endedAt);
    }

    public ArchiveRun withStored(Optional<Stored> stored) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counts, stored, problem, endedAt);
    }

    public ArchiveRun withEndedAt(Optional<Instant> endedAt) {
        return new ArchiveRun(packageName, startedAt, askedBy, stage, counts, stored, problem, endedAt);
    }
}

package org.careunit.operations;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.careunit.operations.completion.UnitCompleter;

/** Base of commands that retry one thing that failed, named by its id, or all that match options. */
public abstract class RetryCommand extends OperatorCommand {

    @Option(name = "--unit", description = "All of this unit")
    @Completion(UnitCompleter.class)
    String unit;

    @Option(name = "--from", description = "All that failed at or after this local time, such as 2026-11-30T08:00")
    String from;

    @Option(name = "--until", description = "All that failed before this local time")
    String until;

    @Option(name = "--reason", description = "All whose reason contains these words")
    String reason;

    /**
     * Whether all that match options are to be retried, and not one.
     *
     * @param what what is retried, such as job
     * @param id the id of one; null if it was left out
     * @param option the name of an option of the command's own, such as --type
     * @param written what was written for that; null if it was left out
     * @throws org.careunit.api.failure.RefusedException if both or neither were named
     */
    protected final boolean isForMany(String what, String id, String option, Object written) {
        boolean many = Stream.of(written, unit, from, until, reason).anyMatch(one -> one != null);
        if ((id != null) == many) {
            throw CommandProblem.ARGUMENT.refused(
                    "Name one " + what + ", or say by " + option + ", --unit, --from, --until or --reason which ones");
        }
        return many;
    }

    /** The unit as it was written; empty if it was left out. */
    protected final Optional<String> unit() {
        return Optional.ofNullable(unit);
    }

    protected final Optional<Instant> from() {
        return Optional.ofNullable(from).map(at -> Arguments.at("--from", at));
    }

    protected final Optional<Instant> until() {
        return Optional.ofNullable(until).map(at -> Arguments.at("--until", at));
    }

    protected final Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}

package org.careunit.settings.internal.archive.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import org.careunit.api.archive.ArchiveRuns;
import org.careunit.operations.HostileWords;
import org.careunit.operations.OperatorCommand;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.Test;

/** A script sees by the exit status whether a run was started again or cancelled. */
class ArchiveRunCommandsTest {

    private static final String UNIT = "SE1111111111-UNIT1";

    @Test
    void retryFailsUnlessARunWasGivenUp() {
        assertThat(succeeds(retry(true))).isTrue();
        assertThat(run(retry(true))).contains(UNIT, "goes on where it stopped");
        assertThat(succeeds(retry(false))).isFalse();
        assertThat(run(retry(false))).contains("No run of " + UNIT + " was given up");
    }

    @Test
    void cancelFailsUnlessARunIsUnderWay() {
        assertThat(succeeds(cancel(true))).isTrue();
        assertThat(run(cancel(true))).contains(UNIT, "cancelled");
        assertThat(succeeds(cancel(false))).isFalse();
        assertThat(run(cancel(false))).contains("No run of " + UNIT + " is under way");
    }

    @Test
    void whatIsNoUnitIsRefusedInASentence() {
        ArchiveRetryCommand retry = retry(true);
        HostileWords.assertPlainAnswers(retry, word -> retry.unit = word);
        ArchiveCancelCommand cancel = cancel(true);
        HostileWords.assertPlainAnswers(cancel, word -> cancel.unit = word);
        for (OperatorCommand command : new OperatorCommand[] {retry, cancel}) {
            assertThat(succeeds(command)).isFalse();
        }
    }

    private static ArchiveRetryCommand retry(boolean givenUp) {
        ArchiveRetryCommand command = new ArchiveRetryCommand();
        command.runs = Stub.of(ArchiveRuns.class, "retry", asked -> givenUp);
        command.unit = UNIT;
        return command;
    }

    private static ArchiveCancelCommand cancel(boolean underWay) {
        ArchiveCancelCommand command = new ArchiveCancelCommand();
        command.runs = Stub.of(ArchiveRuns.class, "cancel", asked -> underWay);
        command.unit = UNIT;
        return command;
    }
}

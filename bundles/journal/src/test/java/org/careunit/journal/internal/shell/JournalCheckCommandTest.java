package org.careunit.journal.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import org.careunit.journal.internal.ConfiguredEndpoints;
import org.careunit.operations.HostileWords;
import org.junit.jupiter.api.Test;

class JournalCheckCommandTest {

    private final JournalCheckCommand command = new JournalCheckCommand();

    @Test
    void whatIsNoRecordSystemFailsAndNamesThoseThereAre() {
        command.endpoints = new ConfiguredEndpoints();
        HostileWords.assertPlainAnswers(command, word -> command.name = word);
        command.name = "journal-north";
        assertThat(succeeds(command)).isFalse();
        assertThat(run(command)).contains("There is no record system journal-north; there are []");
    }

    @Test
    void withoutAnyThereIsNothingToFail() {
        command.endpoints = new ConfiguredEndpoints();
        assertThat(succeeds(command)).isTrue();
        assertThat(run(command)).contains("No record system is configured.");
    }
}

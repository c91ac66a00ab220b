package org.careunit.notifications.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.notifications.internal.recordsystem.RecordSystemRegister;
import org.careunit.operations.HostileWords;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.Test;

class RecordSystemCommandsTest {

    @Test
    void aScriptSeesWhetherTheTestMessageWasPassed() {
        RecordSystemTestCommand command = new RecordSystemTestCommand();
        command.unit = "SE1111111111-UNIT1";
        command.tests = answering(true);
        assertThat(succeeds(command)).isTrue();
        command.tests = answering(false);
        assertThat(succeeds(command)).isFalse();
        assertThat(run(command)).contains("The test message was not passed: As asked");
        HostileWords.assertPlainAnswers(command, word -> command.unit = word);
    }

    @Test
    void withoutAnyThereIsNothingToFail() {
        RecordSystemListCommand command = new RecordSystemListCommand();
        command.register = new RecordSystemRegister();
        command.systems = Stub.of(RecordSystems.class, "standing", asked -> null);
        assertThat(run(command)).contains("No record system is there");
        assertThat(succeeds(command)).isTrue();
    }

    private static RecordSystemTests answering(boolean passed) {
        return Stub.of(RecordSystemTests.class, "test", asked -> new RecordSystemTests.Result(passed, "As asked"));
    }
}

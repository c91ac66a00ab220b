package org.careunit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;

class OperatorCommandTest {

    @Test
    void anAnswerIsATable() {
        assertThat(TestConsole.run(command(Listing.of("name", "years").row("å", 7))))
                .contains("name", "years", "å", "7");
    }

    @Test
    void anAnswerForScriptsIsJson() {
        Listing listing = Listing.of("name", "years", "left").row("å", 7, Optional.empty());
        assertThat(TestConsole.runForScripts(command(listing)).strip())
                .isEqualTo("[{\"name\":\"å\",\"years\":7,\"left\":\"\"}]");
    }

    @Test
    void anEmptyAnswerSaysSo() {
        assertThat(TestConsole.run(command(Listing.of("name").whenEmpty("Nobody is there."))))
                .contains("Nobody is there.");
        assertThat(TestConsole.runForScripts(command(Listing.of("name"))).strip())
                .isEqualTo("[]");
    }

    @Test
    void aRefusalIsOneLineAndAFaultIsNotHidden() {
        assertThat(TestConsole.run(failing(CommandProblem.ARGUMENT.refused("Write a number"))))
                .isEqualTo("Write a number" + System.lineSeparator());
        assertThatThrownBy(() -> TestConsole.run(failing(new IllegalStateException("a fault"))))
                .hasMessage("a fault");
    }

    @Test
    void aRefusedCommandFailsAlsoForScripts() {
        OperatorCommand refused = failing(CommandProblem.ARGUMENT.refused("Write a \"number\""));
        assertThat(TestConsole.runForScripts(refused).strip())
                .isEqualTo("{\"error\":\"RefusedException\",\"message\":\"Write a \\\"number\\\"\"}");
        assertThatThrownBy(refused::execute)
                .isInstanceOf(CommandException.class)
                .hasMessage("Write a \"number\"");
    }

    @Test
    void aRowHasAValueForEachColumn() {
        assertThatThrownBy(() -> Listing.of("a", "b").row(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOneWhoActsLoggedInWhateverTheSessionSays() {
        StringBuilder actor = new StringBuilder();
        TestConsole.run(new OperatorCommand() {
            @Override
            protected Listing answer() {
                actor.append(operator().label());
                return Listing.of("x");
            }
        });
        assertThat(actor).hasToString("operator:tester");
    }

    @Test
    void withoutALoginItIsTheConsole() {
        assertThat(OperatorCommand.consoleUser().label()).isEqualTo("operator:console");
    }

    @Test
    void anAnswerThatIsAFailureIsShownAndFails() {
        OperatorCommand failed =
                command(Listing.of("trail", "result").row("01", "BROKEN").failed("1 trail is broken"));

        assertThat(TestConsole.run(failed)).contains("BROKEN").endsWith("1 trail is broken" + System.lineSeparator());
        assertThatThrownBy(failed::execute).isInstanceOf(CommandException.class).hasMessage("1 trail is broken");
    }

    @Test
    void scriptsGetAFailureAsTheSameJson() {
        OperatorCommand failed = command(Listing.of("result").row("BROKEN").failed("1 trail is broken"));

        assertThat(TestConsole.runForScripts(failed).strip()).isEqualTo("[{\"result\":\"BROKEN\"}]");
        assertThatThrownBy(failed::execute).isInstanceOf(CommandException.class);
    }

    private static OperatorCommand command(Listing listing) {
        return new OperatorCommand() {
            @Override
            protected Listing answer() {
                return listing;
            }
        };
    }

    private static OperatorCommand failing(RuntimeException failure) {
        return new OperatorCommand() {
            @Override
            protected Listing answer() {
                throw failure;
            }
        };
    }
}

package org.careunit.operations;

import java.io.IOException;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.api.failure.RefusedException;

/** Prompts at the console for secret input, which is not shown and not stored in the command history. */
public final class HiddenPrompt {

    private HiddenPrompt() {}

    /**
     * Reads the hidden input.
     *
     * @param console the command's session
     * @param what is asked for, in words
     * @throws RefusedException if there is no terminal to ask at, as by ssh with a command, or if nothing is written
     */
    public static String read(Session console, String what) {
        String written;
        try {
            written = console.readLine(what + ": ", '*');
        } catch (IOException | IllegalStateException | UnsupportedOperationException noTerminal) {
            throw new RefusedException(CommandProblem.ARGUMENT.with(advice(what)), noTerminal);
        }
        if (written == null || written.isBlank()) {
            throw CommandProblem.ARGUMENT.refused(advice(what));
        }
        return written;
    }

    private static String advice(String what) {
        return what
                + ": nothing was written. It is asked for unseen, which needs a terminal: use the console, or log in"
                + " by ssh first and then run the command";
    }
}

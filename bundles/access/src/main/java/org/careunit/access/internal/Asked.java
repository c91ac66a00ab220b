package org.careunit.access.internal;

import java.io.IOException;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.api.failure.RefusedException;

/** What is asked at the console because it must not stand in the command line's history. */
final class Asked {

    private static final String NO_TERMINAL =
            "The personal identity number is asked for unseen, which needs a terminal, and nothing was written: use the"
                    + " console, or ssh -t";

    private Asked() {}

    /** A personal identity number, unseen while it is written. */
    static String number(Session console) {
        try {
            String written = console.readLine("Personal identity number: ", '*');
            if (written != null && !written.isBlank()) {
                return written;
            }
        } catch (IOException | IllegalStateException | UnsupportedOperationException noTerminal) {
            throw new RefusedException(NO_TERMINAL, noTerminal);
        }
        throw new RefusedException(NO_TERMINAL);
    }
}

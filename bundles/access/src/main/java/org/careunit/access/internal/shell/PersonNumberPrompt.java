package org.careunit.access.internal.shell;

import org.apache.karaf.shell.api.console.Session;
import org.careunit.operations.HiddenPrompt;

/** Asks for a personal identity number, which must not stand in the command line's history. */
public final class PersonNumberPrompt {

    private PersonNumberPrompt() {}

    /** Shows nothing of what is written. */
    public static String read(Session console) {
        return HiddenPrompt.read(console, "Personal identity number");
    }
}

package org.careunit.access.internal.shell;

import org.apache.karaf.shell.api.console.Session;
import org.careunit.operations.HiddenPrompt;

/** What is asked at the console because it must not stand in the command line's history. */
public final class Asked {

    private Asked() {}

    /** A personal identity number, unseen while it is written. */
    public static String number(Session console) {
        return HiddenPrompt.read(console, "Personal identity number");
    }
}

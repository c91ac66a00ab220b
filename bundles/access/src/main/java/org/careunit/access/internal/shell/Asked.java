package org.careunit.access.internal.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.karaf.shell.api.console.Session;

/** What is asked at the console because it must not stand in the command line's history. */
public final class Asked {

    private Asked() {}

    /** A personal identity number, unseen while it is written. */
    public static String number(Session console) {
        try {
            return console.readLine("Personal identity number: ", '*');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

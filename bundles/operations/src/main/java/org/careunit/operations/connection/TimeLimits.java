package org.careunit.operations.connection;

import java.time.Duration;
import org.careunit.operations.configuration.Configuration;

/** Reads the time limits of connections from the keys that adapters share: "connectMillis" and "answerMillis". */
public final class TimeLimits {

    private TimeLimits() {}

    /** How long a connection may take. */
    public static Duration connect(Configuration configuration) {
        return configuration.millis("connectMillis", 100, 60_000);
    }

    /** How long one answer may take. */
    public static Duration answer(Configuration configuration) {
        return configuration.millis("answerMillis", 100, 300_000);
    }
}

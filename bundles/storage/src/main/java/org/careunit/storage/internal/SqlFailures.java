package org.careunit.storage.internal;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.careunit.api.failure.UnavailableException;

/** Tells a database that is out of reach, full or too busy from a fault of ours. */
final class SqlFailures {

    /** SQLSTATE classes: connection, insufficient resources (disk, memory), operator intervention, rollback. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "40");

    /**
     * H2's own states: I/O error (90028, 90031, 90034), connection broken (90067), closing or closed (90098, 90121),
     * store broken (90030), lock time-out (HYT00).
     */
    private static final Set<String> STATES =
            Set.of("90028", "90031", "90034", "90067", "90098", "90121", "90030", "HYT00", "55P03");

    private static final int H2_GENERAL_ERROR = 50000;

    private SqlFailures() {}

    static RuntimeException translated(SQLException failure) {
        if (isOutage(failure)) {
            return new UnavailableException(
                    "The database is out of reach, full or too busy (" + state(failure) + "): nothing was changed, try"
                            + " again; the log of the storage bundle says more",
                    failure);
        }
        return new StorageException("The database refused a statement (" + state(failure) + ")", failure);
    }

    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnavailableException
                    || cause instanceof SQLTransientException
                    || cause instanceof IOException) {
                return true;
            }
            if (cause instanceof SQLException sql && (isOutageState(sql.getSQLState()) || isBrokenStore(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutageState(String state) {
        return state != null
                && (STATES.contains(state) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2))));
    }

    /** H2 reports a store that cannot write any more as a general error, with the cause in the text only. */
    private static boolean isBrokenStore(SQLException failure) {
        return failure.getErrorCode() == H2_GENERAL_ERROR
                && failure.getMessage().contains("MVStoreException");
    }

    private static String state(SQLException failure) {
        return "SQLSTATE " + failure.getSQLState();
    }
}

package org.careunit.storage.internal.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.careunit.api.failure.UnavailableException;

/** Tells a database that is out of reach, full or too busy from a fault of ours. */
public final class SqlFailures {

    /** SQLSTATE classes: insufficient resources such as disk or memory, and transactions the server rolled back. */
    private static final Set<String> BUSY_CLASSES = Set.of("53", "40");

    /** A lock that was not to be had in time, on H2 and PostgreSQL; a statement cancelled by the server. */
    private static final Set<String> BUSY_STATES = Set.of("HYT00", "55P03", "57014");

    /** SQLSTATE classes: connection, operator intervention, system error. */
    private static final Set<String> LOST_CLASSES = Set.of("08", "57", "58");

    /**
     * H2's own states: I/O error (90028, 90031, 90034), connection broken (90067), closing or closed (90098, 90121),
     * store broken (90030).
     */
    private static final Set<String> LOST_STATES =
            Set.of("90028", "90031", "90034", "90067", "90098", "90121", "90030");

    private static final int H2_GENERAL_ERROR = 50000;

    private SqlFailures() {}

    public static RuntimeException translated(SQLException failure) {
        if (isOutage(failure)) {
            return new UnavailableException(
                    "The database is out of reach, full or too busy (" + state(failure) + "): nothing was changed, try"
                            + " again; the log of the storage bundle says more",
                    failure);
        }
        return new StorageException("The database refused a statement (" + state(failure) + ")", failure);
    }

    /** Whether the same call may succeed later. */
    public static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnavailableException
                    || cause instanceof SQLTransientException
                    || cause instanceof IOException) {
                return true;
            }
            if (cause instanceof SQLException sql && (isBusy(sql) || isLost(sql))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the connection is of no more use. */
    public static boolean isLost(SQLException failure) {
        return !isBusy(failure) && (isIn(failure.getSQLState(), LOST_CLASSES, LOST_STATES) || isBrokenStore(failure));
    }

    private static boolean isBusy(SQLException failure) {
        return isIn(failure.getSQLState(), BUSY_CLASSES, BUSY_STATES);
    }

    private static boolean isIn(String state, Set<String> classes, Set<String> states) {
        return state != null
                && (states.contains(state) || (state.length() == 5 && classes.contains(state.substring(0, 2))));
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

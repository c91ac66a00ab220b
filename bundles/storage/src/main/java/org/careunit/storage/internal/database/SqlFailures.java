package org.careunit.storage.internal.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;

/** Distinguishes a database that is unreachable, full or too busy from a fault of ours. */
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

    /** SQLSTATE of a call that this node refused itself because its connections are in use. */
    static final String BUSY_HERE = "53CU0";

    /**
     * A serialization failure or a deadlock on either store: others go on, and the same work can be done again at once.
     */
    private static final Set<String> FOR_OTHERS = Set.of("40001", "40P01");

    /** SQLSTATE class: disk full, out of memory. */
    private static final String FULL = "53";

    private static final int H2_GENERAL_ERROR = 50000;

    private SqlFailures() {}

    public static RuntimeException translated(SQLException failure) {
        if (isOutage(failure)) {
            return new UnavailableException(
                    UnavailableProblem.DATABASE,
                    "The database is " + how(failure) + " (" + state(failure) + "): nothing was changed, try"
                            + " again; the log of the storage bundle says more",
                    failure);
        }
        return new StorageException("The database refused a statement (" + state(failure) + ")", failure);
    }

    /** For a commit of which the answer was lost. */
    static RuntimeException unknownCommit(SQLException failure) {
        return new UnavailableException(
                UnavailableProblem.DATABASE,
                "The connection to the database was lost during a commit (" + state(failure)
                        + "): it is unknown whether" + " the change took effect, so read again before you repeat it",
                failure);
    }

    private static String how(SQLException failure) {
        String state = failure.getSQLState();
        if (state != null && state.startsWith(FULL) && !state.equals(BUSY_HERE)) {
            return "full";
        }
        return isBusy(failure) ? "busy" : "out of reach";
    }

    /** Whether the database ended the transaction so that others could go on. */
    static boolean isRolledBackForOthers(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && FOR_OTHERS.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
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
        return !isBusy(failure)
                && (isIn(failure.getSQLState(), LOST_CLASSES, LOST_STATES)
                        || isBrokenStore(failure)
                        || isClosedPool(failure));
    }

    /** The pool says without a state that it or its connection was closed, as when this node stops. */
    private static boolean isClosedPool(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure.getSQLState() == null
                && (message.equals("Connection is closed") || message.endsWith("has been closed."));
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

package org.careunit.storage.internal.database;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.careunit.api.failure.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads texts of rows that have a form of their own. One that somebody has changed in the database, so that it has
 * another, is passed over: its row alone is concerned, and not all that are read with it. Safe for use by many threads.
 */
public final class StoredText {

    private static final Logger LOG = LoggerFactory.getLogger(StoredText.class);

    /** Columns that were logged: each once, since rows are read all the time. */
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private StoredText() {}

    /**
     * Reads a text.
     *
     * @param column table and column, for the log
     * @param text may be null
     * @return empty if it is null, or has another form
     */
    public static <T> Optional<T> read(String column, String text, Function<String, T> form) {
        try {
            return Optional.ofNullable(text).map(form);
        } catch (RefusedException changed) {
            if (TOLD.add(column)) {
                LOG.warn(
                        "A row was changed in the database: {} has another form than was written there ({}). The row is"
                                + " passed over; mend it, or restore a backup",
                        column,
                        changed.code());
            }
            return Optional.empty();
        }
    }
}

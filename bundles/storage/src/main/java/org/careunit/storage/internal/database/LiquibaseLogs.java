package org.careunit.storage.internal.database;

import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.LoggerFactory;

/**
 * Passes Liquibase's log to SLF4J, one level lower: its INFO messages do not interest operators. A run that is aborted
 * fails, which is no error.
 */
public final class LiquibaseLogs extends AbstractLogService {

    private final BooleanSupplier aborted;

    /** @param aborted whether the run is being aborted, by now */
    LiquibaseLogs(BooleanSupplier aborted) {
        this.aborted = aborted;
    }

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Liquibase declares it
    public Logger getLog(Class type) {
        return new Slf4jLogger(LoggerFactory.getLogger(type), aborted);
    }

    @SuppressWarnings("try") // there is nothing to close
    private static final class Slf4jLogger extends AbstractLogger {

        private final org.slf4j.Logger log;
        private final BooleanSupplier aborted;

        private Slf4jLogger(org.slf4j.Logger log, BooleanSupplier aborted) {
            this.log = log;
            this.aborted = aborted;
        }

        @Override
        public void log(Level level, String message, Throwable cause) {
            if (level.equals(Level.OFF)) {
                return;
            }
            if (aborted.getAsBoolean()) {
                log.debug(message, cause);
            } else if (level.intValue() >= Level.SEVERE.intValue()) {
                log.error(message, cause);
            } else if (level.intValue() >= Level.WARNING.intValue()) {
                log.warn(message, cause);
            } else {
                log.debug(message, cause);
            }
        }
    }
}

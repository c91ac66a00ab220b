package org.careunit.storage.internal.database;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.LoggerFactory;

/** Passes Liquibase's log to SLF4J, one level lower: its INFO messages do not interest operators. */
public final class LiquibaseLogs extends AbstractLogService {

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Liquibase declares it
    public Logger getLog(Class type) {
        return new Slf4jLogger(LoggerFactory.getLogger(type));
    }

    @SuppressWarnings("try") // there is nothing to close
    private static final class Slf4jLogger extends AbstractLogger {

        private final org.slf4j.Logger log;

        private Slf4jLogger(org.slf4j.Logger log) {
            this.log = log;
        }

        @Override
        public void log(Level level, String message, Throwable cause) {
            if (level.equals(Level.OFF)) {
                return;
            }
            if (level.intValue() >= Level.SEVERE.intValue()) {
                log.error(message, cause);
            } else if (level.intValue() >= Level.WARNING.intValue()) {
                log.warn(message, cause);
            } else {
                log.debug(message, cause);
            }
        }
    }
}

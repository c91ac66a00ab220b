package org.careunit.routes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log for adapters that nest a silent logging library of their own. */
public final class AdapterLog {

    private static final Logger LOG = LoggerFactory.getLogger(AdapterLog.class);

    private AdapterLog() {}

    /**
     * Writes one WARN for an operator.
     *
     * @param line ids and our words, never personal
     */
    public static void warn(String line) {
        LOG.warn("{}", line);
    }
}

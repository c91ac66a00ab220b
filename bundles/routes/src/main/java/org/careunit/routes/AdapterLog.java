package org.careunit.routes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of adapters that carry a logging library of their own, one that writes nothing, for libraries they nest. */
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

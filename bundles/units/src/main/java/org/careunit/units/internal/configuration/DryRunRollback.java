package org.careunit.units.internal.configuration;

import org.careunit.api.configuration.ConfigurationChange;

/** Ends a dry run, so that its transaction leaves nothing behind. */
final class DryRunRollback extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ConfigurationChange change;

    DryRunRollback(ConfigurationChange change) {
        super("A dry run has come to its end");
        this.change = change;
    }

    ConfigurationChange change() {
        return change;
    }
}

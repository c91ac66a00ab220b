package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.careunit.api.casetypes.CaseTypeChoices;

/** A command that saves what a unit decides of a case type. */
abstract class UnitTypeChangeCommand extends UnitTypeCommand {

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    CaseTypeChoices service;

    /** The version that is to be replaced. */
    final long version() {
        return seen != null ? seen : service.read(operator(), where(), key()).version();
    }
}

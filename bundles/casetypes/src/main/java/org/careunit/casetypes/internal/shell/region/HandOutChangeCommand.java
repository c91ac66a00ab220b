package org.careunit.casetypes.internal.shell.region;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.completion.UnitCompleter;

/** A command about whether a unit has a case type of its region. */
abstract class HandOutChangeCommand extends RegionTypeCommand {

    @Argument(index = 2, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    final HsaId who() {
        return HsaId.of(unit);
    }
}

package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** A command about a case type of a unit. */
abstract class UnitTypeCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(CaseTypeCompleter.class)
    String type;

    final HsaId where() {
        return HsaId.of(unit);
    }

    final CaseTypeKey key() {
        return CaseTypeKey.of(type);
    }
}

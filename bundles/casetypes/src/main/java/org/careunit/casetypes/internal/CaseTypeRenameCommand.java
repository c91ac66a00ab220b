package org.careunit.casetypes.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** {@code careunit:case-type-rename}. */
@Service
@Command(
        scope = "careunit",
        name = "case-type-rename",
        description = "Calls a case type of a unit's own something else")
public class CaseTypeRenameCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(CaseTypeCompleter.class)
    String type;

    @Argument(index = 2, name = "name", required = true, description = "What it is called from now on, in Swedish")
    String name;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    CaseTypeChoices service;

    @Override
    protected Listing answer() {
        HsaId where = HsaId.of(unit);
        CaseTypeKey key = CaseTypeKey.of(type);
        long now = seen != null ? seen : service.read(operator(), where, key).version();
        return CaseTypeRows.of(service, service.rename(operator(), where, key, name, now));
    }
}

package org.careunit.casetypes.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** {@code careunit:case-type-history}. */
@Service
@Command(
        scope = "careunit",
        name = "case-type-history",
        description = "Shows who saved which version of a case type at a unit")
public class CaseTypeHistoryCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(CaseTypeCompleter.class)
    String type;

    @Reference
    CaseTypeChoices service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("version", "at", "by", "active", "said").whenEmpty("The unit has saved nothing.");
        service.history(operator(), HsaId.of(unit), CaseTypeKey.of(type))
                .forEach(saved -> listing.row(
                        saved.version(),
                        saved.at(),
                        saved.actor(),
                        saved.content().map(UnitChoice::active),
                        saved.content().map(choice -> service.write(choice.settings()))));
        return listing;
    }
}

package org.careunit.casetypes.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.ReplyPreview.Shown;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CaseTypeCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** {@code careunit:case-type-show}. */
@Service
@Command(
        scope = "careunit",
        name = "case-type-show",
        description = "Shows what holds of a case type at a unit, and what it wants to be activated")
public class CaseTypeShowCommand extends OperatorCommand {

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
        HsaId where = HsaId.of(unit);
        CaseTypeKey key = CaseTypeKey.of(type);
        Listing listing = CaseTypeRows.of(service, service.read(operator(), where, key));
        service.obstacles(operator(), where, key).forEach(obstacle -> listing.row("obstacle", obstacle));
        service.replies(operator(), where, key)
                .options()
                .forEach(shown -> listing.row(
                        kind(shown),
                        shown.option().title() + ": " + shown.option().text()));
        return listing;
    }

    private static String kind(Shown shown) {
        if (shown.fixed()) {
            return "fixed reply";
        }
        return shown.editable() ? "standard reply, editable" : "standard reply";
    }
}

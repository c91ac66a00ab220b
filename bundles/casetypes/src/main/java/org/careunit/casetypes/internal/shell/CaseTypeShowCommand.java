package org.careunit.casetypes.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.ReplyPreview.Shown;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "case-type-show",
        description = "Shows what holds of a case type at a unit, and what it wants to be activated")
public class CaseTypeShowCommand extends UnitTypeCommand {

    @Reference
    CaseTypeChoices service;

    @Override
    protected Listing answer() {
        Listing listing = CaseTypeRows.of(service, service.read(operator(), where(), key()));
        service.obstacles(operator(), where(), key()).forEach(obstacle -> listing.row("obstacle", obstacle.swedish()));
        service.replies(operator(), where(), key())
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

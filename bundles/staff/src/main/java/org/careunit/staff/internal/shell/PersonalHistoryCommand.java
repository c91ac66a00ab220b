package org.careunit.staff.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.StaffCompleter;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.staff.internal.PersonalSupport;

@Service
@Command(
        scope = "careunit",
        name = "personal-history",
        description = "Shows when somebody changed which personal setting at a unit")
public class PersonalHistoryCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "staff", required = true, description = "The staff member's HSA-id")
    @Completion(StaffCompleter.class)
    String staff;

    @Reference
    PersonalSupport support;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("version", "at", "by", "changed").whenEmpty("They have chosen nothing.");
        support.history(operator(), HsaId.of(unit), StaffId.of(staff))
                .forEach(saved ->
                        listing.row(saved.version(), saved.at(), saved.actor(), String.join(", ", saved.changed())));
        return listing;
    }
}

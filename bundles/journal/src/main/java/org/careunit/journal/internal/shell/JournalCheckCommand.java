package org.careunit.journal.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.journal.internal.ConfiguredEndpoints;
import org.careunit.journal.internal.ConfiguredEndpoints.EndpointCheck;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

@Service
@Command(
        scope = "careunit",
        name = "journal-check",
        description = "Connects to the record systems; if one lets us in, a channel that rests goes on at once")
public class JournalCheckCommand extends OperatorCommand {

    @Argument(name = "name", description = "Which one, such as journal-north; all of them if none is given")
    @Completion(JournalNameCompleter.class)
    String name;

    @Reference
    ConfiguredEndpoints endpoints;

    @Override
    protected Listing answer() {
        List<EndpointCheck> checked = endpoints.check(name);
        if (name != null && checked.isEmpty()) {
            throw CommandProblem.ARGUMENT.refused(
                    "There is no record system " + name + "; there are " + endpoints.names());
        }
        Listing listing = Listing.of("name", "server", "interface", "units", "works", "answer")
                .whenEmpty("No record system is configured.");
        checked.forEach(
                one -> listing.row(one.name(), one.server(), one.spoken(), one.units(), one.works(), one.answer()));
        long silent = checked.stream().filter(one -> !one.works()).count();
        return silent == 0 ? listing : listing.failed(silent + " of " + checked.size() + " cannot be reached");
    }
}

package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:terms-history}. */
@Service
@Command(scope = "careunit", name = "terms-history", description = "Lists the versions of terms, newest first")
public class TermsHistoryCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "place",
            required = true,
            description = "The unit's HSA-id, or the code of a region's county")
    String place;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(TypeCompleter.class)
    String type;

    @Reference
    Terms units;

    @Reference
    RegionTerms regions;

    @Override
    protected Listing answer() {
        return Listings.saved(new Where(units, regions, operator(), place, type).history());
    }
}

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

/** {@code careunit:terms-diff}. */
@Service
@Command(scope = "careunit", name = "terms-diff", description = "Lists in what two versions of terms differ")
public class TermsDiffCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "place",
            required = true,
            description = "The unit's HSA-id, or the code of a region's county")
    String place;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(TypeCompleter.class)
    String type;

    @Argument(index = 2, name = "before", required = true, description = "A version; 0 is what is inherited")
    long before;

    @Argument(index = 3, name = "after", description = "A later version; without it, the newest")
    Long after;

    @Reference
    Terms units;

    @Reference
    RegionTerms regions;

    @Override
    protected Listing answer() {
        Where where = new Where(units, regions, operator(), place, type);
        return Listings.differences(where.compare(before, where.seen(after)));
    }
}

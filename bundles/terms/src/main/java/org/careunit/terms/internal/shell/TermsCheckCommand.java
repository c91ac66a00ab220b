package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:terms-check}. */
@Service
@Command(
        scope = "careunit",
        name = "terms-check",
        description = "Checks the terms of a case type at a unit: the draft, if there is one")
public class TermsCheckCommand extends OperatorCommand {

    @Argument(index = 0, name = "place", required = true, description = "The unit's HSA-id")
    String place;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(TypeCompleter.class)
    String type;

    @Option(name = "--published", description = "Those that hold, even if there is a draft")
    boolean published;

    @Reference
    Terms units;

    @Reference
    RegionTerms regions;

    @Override
    protected Listing answer() {
        return Listings.findings(new Where(units, regions, operator(), place, type).check(published));
    }
}

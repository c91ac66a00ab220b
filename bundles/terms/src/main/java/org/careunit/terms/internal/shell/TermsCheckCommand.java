package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "terms-check",
        description = "Checks the terms of a case type, of a unit or a region: the draft, if there is one")
public class TermsCheckCommand extends TermsCommand {

    @Option(name = "--published", description = "Those that hold, even if there is a draft")
    boolean published;

    @Override
    protected Listing answer() {
        return TermsListings.findings(where().check(published));
    }
}

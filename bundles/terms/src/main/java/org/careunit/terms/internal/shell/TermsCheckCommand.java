package org.careunit.terms.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.terms.TermsFinding;
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
        List<TermsFinding> findings = where().check(published);
        long errors = findings.stream()
                .filter(one -> one.severity() == TermsFinding.Severity.ERROR)
                .count();
        Listing listing = TermsListings.findings(findings);
        return errors == 0 ? listing : listing.failed("Errors that keep the type from being activated: " + errors);
    }
}

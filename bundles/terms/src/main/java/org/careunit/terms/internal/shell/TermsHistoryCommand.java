package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;

@Service
@Command(scope = "careunit", name = "terms-history", description = "Lists the versions of terms, newest first")
public class TermsHistoryCommand extends TermsCommand {

    @Override
    protected Listing answer() {
        return TermsListings.saved(where().history());
    }
}

package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;
import org.careunit.operations.completion.TermsVersionCompleter;

@Service
@Command(scope = "careunit", name = "terms-diff", description = "Lists in what two versions of terms differ")
public class TermsDiffCommand extends TermsCommand {

    @Argument(index = 2, name = "before", required = true, description = "A version; 0 is what is inherited")
    @Completion(TermsVersionCompleter.class)
    long before;

    @Argument(index = 3, name = "after", description = "A later version; without it, the newest")
    @Completion(TermsVersionCompleter.class)
    Long after;

    @Override
    protected Listing answer() {
        TermsArgument where = where();
        return TermsListings.differences(where.compare(before, where.expectedVersion(after)));
    }
}

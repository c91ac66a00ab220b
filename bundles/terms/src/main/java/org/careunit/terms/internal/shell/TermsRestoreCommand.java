package org.careunit.terms.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.operations.Listing;
import org.careunit.operations.completion.TermsVersionCompleter;

@Service
@Command(scope = "careunit", name = "terms-restore", description = "Publishes an earlier version of terms again")
public class TermsRestoreCommand extends TermsCommand {

    @Argument(index = 2, name = "version", required = true, description = "Which; 0 gives up what was published")
    @Completion(TermsVersionCompleter.class)
    long version;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Override
    protected Listing answer() {
        TermsArgument where = where();
        return TermsListings.saved(List.of(where.restore(version, where.expectedVersion(seen))));
    }
}

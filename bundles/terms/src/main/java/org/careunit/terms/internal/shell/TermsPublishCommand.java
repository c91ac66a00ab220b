package org.careunit.terms.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.terms.TermsPoint;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "terms-publish",
        description = "Publishes the draft of terms, to hold at once; tells which points disappear")
public class TermsPublishCommand extends TermsCommand {

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Override
    protected Listing answer() {
        TermsArgument where = where();
        List<TermsPoint> disappearing = where.disappearing();
        return TermsListings.published(where.publish(where.expectedVersion(seen)), disappearing);
    }
}

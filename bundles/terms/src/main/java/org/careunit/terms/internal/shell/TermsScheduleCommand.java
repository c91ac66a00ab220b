package org.careunit.terms.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.terms.TermsPoint;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "terms-schedule",
        description = "Publishes the draft of terms, to hold from a time on; tells which points disappear")
public class TermsScheduleCommand extends TermsCommand {

    @Argument(
            index = 2,
            name = "from",
            required = true,
            description = "A local time in Sweden, such as 2026-12-01T08:00, or a day")
    String from;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Override
    protected Listing answer() {
        TermsArgument where = where();
        List<TermsPoint> disappearing = where.disappearing();
        return TermsListings.published(
                where.schedule(Arguments.at("from", from), where.expectedVersion(seen)), disappearing);
    }
}

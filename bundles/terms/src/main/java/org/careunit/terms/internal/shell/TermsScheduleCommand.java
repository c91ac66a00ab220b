package org.careunit.terms.internal.shell;

import java.util.List;
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

/** {@code careunit:terms-schedule}. */
@Service
@Command(
        scope = "careunit",
        name = "terms-schedule",
        description = "Publishes the draft of terms, to hold from a time on")
public class TermsScheduleCommand extends OperatorCommand {

    @Argument(
            index = 0,
            name = "place",
            required = true,
            description = "The unit's HSA-id, or the code of a region's county")
    String place;

    @Argument(index = 1, name = "type", required = true, description = "The case type's key")
    @Completion(TypeCompleter.class)
    String type;

    @Argument(
            index = 2,
            name = "from",
            required = true,
            description = "A local time in Sweden, such as 2026-12-01T08:00")
    String from;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    Terms units;

    @Reference
    RegionTerms regions;

    @Override
    protected Listing answer() {
        Where where = new Where(units, regions, operator(), place, type);
        return Listings.saved(List.of(where.schedule(Where.instant(from), where.seen(seen))));
    }
}

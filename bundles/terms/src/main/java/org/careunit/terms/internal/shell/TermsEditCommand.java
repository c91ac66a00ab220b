package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:terms-edit}. */
@Service
@Command(scope = "careunit", name = "terms-edit", description = "Saves a draft of terms from a JSON file")
public class TermsEditCommand extends OperatorCommand {

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
            name = "file",
            required = true,
            description = "A JSON file, {\"points\": [{\"id\": …, \"text\": …}]}")
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Reference
    Terms units;

    @Reference
    RegionTerms regions;

    @Override
    protected Listing answer() {
        Where where = new Where(units, regions, operator(), place, type);
        return Listings.of(where.saveDraft(units.parse(NamedFile.read(file)), where.seen(seen)));
    }
}

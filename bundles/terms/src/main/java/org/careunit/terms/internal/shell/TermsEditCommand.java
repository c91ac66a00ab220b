package org.careunit.terms.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.careunit.operations.Listing;
import org.careunit.operations.NamedFile;

/** {@code careunit:terms-edit}. */
@Service
@Command(scope = "careunit", name = "terms-edit", description = "Saves a draft of terms from a JSON file")
public class TermsEditCommand extends TermsCommand {

    @Argument(
            index = 2,
            name = "file",
            required = true,
            description = "A JSON file, {\"points\": [{\"id\": …, \"text\": …}]}")
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Override
    protected Listing answer() {
        TermsArgument where = where();
        return Listings.of(where.saveDraft(units.parse(NamedFile.read(file)), where.seen(seen)));
    }
}

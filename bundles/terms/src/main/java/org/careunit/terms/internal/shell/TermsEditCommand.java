package org.careunit.terms.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.careunit.api.history.Versioned;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;
import org.careunit.operations.NamedFile;

@Service
@Command(
        scope = "careunit",
        name = "terms-edit",
        description = "Saves a draft of terms in which the points of a JSON file are changed or added")
public class TermsEditCommand extends TermsCommand {

    @Argument(
            index = 2,
            name = "file",
            description = "A JSON file, {\"points\": [{\"id\": …, \"text\": …}]}; points that it does not name"
                    + " stay as they are")
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--remove", multiValued = true, description = "The id of a point that goes; once for each")
    List<String> removed = List.of();

    @Option(name = "--whole", description = "The file is the whole text, in its order: points that it does not name go")
    boolean whole;

    @Option(name = "--seen", description = "The version that you have seen; without it, the one that stands there now")
    Long seen;

    @Override
    protected Listing answer() {
        if (file == null && (whole || removed.isEmpty())) {
            throw CommandProblem.ARGUMENT.refused("Name a JSON file with points, or the points that go with --remove");
        }
        TermsArgument where = where();
        Versioned<TermsDraft> draft = where.draft();
        List<TermsPoint> before = whole
                ? List.of()
                : draft.content().text().map(TermsText::points).orElse(List.of());
        List<TermsPoint> named =
                file == null ? List.of() : units.parse(NamedFile.read(file)).points();
        TermsText edited = new TermsEdit(named, removed).appliedTo(before);
        return TermsListings.draft(where.saveDraft(edited, seen != null ? seen : draft.version()));
    }
}

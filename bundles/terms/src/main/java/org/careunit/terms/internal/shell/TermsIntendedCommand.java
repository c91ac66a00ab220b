package org.careunit.terms.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Range;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;

@Service
@Command(
        scope = "careunit",
        name = "terms-intended",
        description = "Says that what the check finds is intended as written; without a point, lists what is said")
public class TermsIntendedCommand extends TermsCommand {

    @Argument(index = 2, name = "point", description = "The id of the point, as terms-check shows it")
    String point;

    @Argument(index = 3, name = "start", description = "Where the finding starts, as terms-check shows it")
    Integer start;

    @Option(name = "--published", description = "In those that hold, even if there is a draft")
    boolean published;

    @Option(name = "--take-back", description = "Takes back what is said; its number in the list")
    Integer number;

    @Override
    protected Listing answer() {
        TermsArgument where = where();
        if (number != null) {
            where.unmarkIntended(numbered(where.intended()));
        } else if (point != null) {
            found(where).forEach(where::markIntended);
        }
        return TermsListings.intended(where.intended());
    }

    private IntendedFinding numbered(List<IntendedFinding> said) {
        if (number < 1 || number > said.size()) {
            throw CommandProblem.ARGUMENT.refused(
                    "There is no number " + number + " in the list; it has " + said.size());
        }
        return said.get(number - 1);
    }

    private List<TermsFinding> found(TermsArgument where) {
        if (start == null) {
            throw CommandProblem.ARGUMENT.refused(
                    "Name the point, and where in it the finding starts: terms-check shows both");
        }
        List<TermsFinding> found = where.check(published).stream()
                .filter(finding -> finding.words().isPresent())
                .filter(finding -> finding.range().filter(this::isNamed).isPresent())
                .toList();
        if (found.isEmpty()) {
            throw CommandProblem.ARGUMENT.refused("The check finds nothing that starts at " + start + " in point "
                    + point + ": terms-check shows what it finds, and where");
        }
        return found;
    }

    private boolean isNamed(Range range) {
        return range.point().equals(point) && range.start() == start;
    }
}

package org.careunit.finding.internal.shell;

import java.time.Clock;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.finding.UnitFinder.Search;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.CareTypeCompleter;
import org.careunit.operations.completion.MunicipalityCompleter;

@Service
@Command(scope = "careunit", name = "find", description = "Finds the units that are exposed to a resident")
public class FindCommand extends OperatorCommand {
    @Argument(index = 0, name = "birthDate", required = true, description = "The birth date, for example 2015-03-01")
    String birthDate;

    @Argument(index = 1, name = "sex", required = true, description = "female, male or unknown")
    @Completion(
            value = StringsCompleter.class,
            values = {"female", "male", "unknown"})
    String sex;

    @Argument(
            index = 2,
            name = "municipality",
            required = true,
            description = "The municipality's code, for example 0184, or unknown")
    @Completion(MunicipalityCompleter.class)
    String municipality;

    @Option(name = "--care-type", description = "The key of a care type that the unit must offer")
    @Completion(CareTypeCompleter.class)
    String careType;

    @Option(name = "--words", description = "What words of the unit's name or care types begin with")
    String words;

    @Option(name = "--resident", description = "The host's pseudonym of the resident, to look at approvals")
    String pseudonym;

    @Option(name = "--at", description = "A day, or a local time such as 2026-03-01T08:00; without it, now")
    String at;

    @Reference
    UnitFinder service;

    @Reference(filter = "(careunit=internal)")
    Clock clock;

    @Override
    protected Listing answer() {
        Search search = new Search(
                Arguments.resident(birthDate, sex, municipality, pseudonym),
                Arguments.at(at, clock),
                Optional.ofNullable(careType),
                words == null ? "" : words);
        Listing listing = Listing.of("unit").whenEmpty("No open unit is exposed to this resident.");
        service.find(operator(), search).forEach(listing::row);
        return listing;
    }
}

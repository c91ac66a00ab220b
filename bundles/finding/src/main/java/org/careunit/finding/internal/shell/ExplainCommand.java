package org.careunit.finding.internal.shell;

import java.time.Clock;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.finding.Exposure;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.MunicipalityCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** {@code careunit:explain}. */
@Service
@Command(scope = "careunit", name = "explain", description = "Says why a unit is exposed to a resident, or why not")
public class ExplainCommand extends OperatorCommand {
    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "birthDate", required = true, description = "The birth date, for example 2015-03-01")
    String birthDate;

    @Argument(index = 2, name = "sex", required = true, description = "female, male or unknown")
    @Completion(
            value = StringsCompleter.class,
            values = {"female", "male", "unknown"})
    String sex;

    @Argument(
            index = 3,
            name = "municipality",
            required = true,
            description = "The municipality's code, for example 0184, or unknown")
    @Completion(MunicipalityCompleter.class)
    String municipality;

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
        Exposure explanation = service.explain(
                operator(),
                HsaId.of(unit),
                Arguments.resident(birthDate, sex, municipality, pseudonym),
                Arguments.at(at, clock));
        Listing listing = Listing.of("unit", "exposed", "reason");
        explanation
                .reasons()
                .forEach(reason -> listing.row(explanation.unit(), explanation.exposed(), reason.swedish()));
        return listing;
    }
}

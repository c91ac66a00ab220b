package org.careunit.casetypes.internal.shell;

import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsState;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;

@Service
@Command(
        scope = "careunit",
        name = "case-type-list",
        description = "Lists the case types of a unit, which are active, and where their terms stand")
public class CaseTypeListCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    CaseTypeChoices service;

    @Override
    protected Listing answer() {
        Listing listing = Listing.of("type", "name", "active", "days", "terms", "errors");
        service.overview(operator(), HsaId.of(unit))
                .forEach(one -> listing.row(
                        one.type().key(),
                        one.type().name(),
                        one.type().active(),
                        one.type().handlingDays().isPresent()
                                ? one.type().handlingDays().getAsInt()
                                : "",
                        one.terms().map(TermsState::stage),
                        one.terms().map(terms -> terms.errors().stream()
                                .map(Problem::swedish)
                                .collect(Collectors.joining(" ")))));
        return listing;
    }
}

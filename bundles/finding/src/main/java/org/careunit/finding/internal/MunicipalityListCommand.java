package org.careunit.finding.internal;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:municipality-list}. */
@Service
@Command(scope = "careunit", name = "municipality-list", description = "Lists municipalities by code")
public class MunicipalityListCommand extends OperatorCommand {
    @Argument(index = 0, name = "county", description = "A county's code; without it, all")
    @Completion(
            value = StringsCompleter.class,
            values = {
                "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21",
                "22", "23", "24", "25"
            })
    String county;

    @Reference
    Geography service;

    @Override
    protected Listing answer() {
        Optional<CountyCode> only = Optional.ofNullable(county).map(CountyCode::of);
        Listing listing = Listing.of("code", "name", "county");
        for (Geography.County one : service.counties()) {
            if (only.isEmpty() || only.get().equals(one.code())) {
                service.municipalities(one.code())
                        .forEach(there -> listing.row(there.code(), there.name(), one.name()));
            }
        }
        return listing;
    }
}

package org.careunit.units.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.RegionCompleter;

@Service
@Command(scope = "careunit", name = "municipality-list", description = "Lists municipalities by code")
public class MunicipalityListCommand extends OperatorCommand {
    @Argument(index = 0, name = "county", description = "A county's code; without it, all")
    @Completion(RegionCompleter.class)
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

package org.careunit.settings.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.UnitCompleter;
import org.careunit.settings.internal.hours.SwedishHours;

@Service
@Command(
        scope = "careunit",
        name = "unit-information",
        description = "Shows what residents see of a unit, beside what the unit says of itself and what EK says")
public class UnitInformationCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Reference
    UnitSettings service;

    @Override
    protected Listing answer() {
        ShownInformation said = service.information(operator(), HsaId.of(unit));
        List<Value> values = List.of(
                new Value("name", information -> one(information.name())),
                new Value("telephone", information -> one(information.telephone())),
                new Value("visiting address", information -> lines(information.visitingAddress())),
                new Value("postal address", information -> lines(information.postalAddress())),
                new Value("directions", information -> one(information.directions())),
                new Value("opening hours", information -> hours(information.openingHours())),
                new Value("telephone hours", information -> hours(information.telephoneHours())),
                new Value("drop-in hours", information -> hours(information.dropInHours())),
                new Value("own page", information -> one(information.page())));
        Listing listing = Listing.of("what", "shown", "unit", "EK");
        values.forEach(value -> listing.row(
                value.what(),
                value.of().apply(said.shown()),
                value.of().apply(said.own()),
                said.directory().map(DirectoryAnswer::found).map(value.of()).orElse("cannot be asked")));
        said.unreadableHours()
                .forEach((what, written) -> listing.row(what + " (unreadable)", lines(written), "", lines(written)));
        return listing.row("page on 1177.se", one(said.page()), "", "");
    }

    private static String one(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String lines(List<String> lines) {
        return String.join(", ", lines);
    }

    private static String hours(List<HoursSpan> spans) {
        return lines(SwedishHours.lines(spans));
    }

    private record Value(String what, Function<UnitInformation, String> of) {}
}

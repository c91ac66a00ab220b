package org.careunit.casetypes.internal.shell;

import java.time.Clock;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Arguments;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.completion.MunicipalityCompleter;
import org.careunit.operations.completion.UnitCompleter;

/** {@code careunit:offer}. */
@Service
@Command(
        scope = "careunit",
        name = "offer",
        description = "Says what a resident may send to a unit now, and why not the rest")
public class OfferCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
    @Completion(UnitCompleter.class)
    String unit;

    @Argument(index = 1, name = "birthDate", required = true, description = "The birth date, for example 2015-03-01")
    String birthDate;

    @Argument(index = 2, name = "sex", required = true, description = "female or male")
    @Completion(
            value = StringsCompleter.class,
            values = {"female", "male"})
    String sex;

    @Argument(
            index = 3,
            name = "municipality",
            required = true,
            description = "The municipality's code, for example 0184")
    @Completion(MunicipalityCompleter.class)
    String municipality;

    @Option(name = "--resident", description = "The host's pseudonym of the resident, to look at approvals and namings")
    String pseudonym;

    @Reference
    Offers service;

    @Reference(filter = "(careunit=internal)")
    Clock clock;

    @Override
    protected Listing answer() {
        Resident resident = Arguments.resident(birthDate, sex, municipality, pseudonym);
        Offer offer = service.offer(operator(), HsaId.of(unit), resident, clock.instant());
        Listing listing = Listing.of("type", "name", "open", "reason", "text").whenEmpty("No case type is active.");
        offer.types().forEach(type -> rows(listing, type.key().value(), type.name(), type.closed()));
        offer.listingRequest().ifPresent(closed -> rows(listing, "", "Listningsönskemål", closed));
        return listing;
    }

    private static void rows(Listing listing, String key, String name, List<Closed> reasons) {
        if (reasons.isEmpty()) {
            listing.row(key, name, true, "", "");
        }
        reasons.forEach(closed -> listing.row(key, name, false, closed.reason(), closed.text()));
    }
}

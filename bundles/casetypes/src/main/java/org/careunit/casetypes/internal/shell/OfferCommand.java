package org.careunit.casetypes.internal.shell;

import java.time.Clock;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offers;
import org.careunit.operations.Listing;
import org.careunit.operations.ResidentAtUnitCommand;
import org.careunit.storage.UnitRegister;

@Service
@Command(
        scope = "careunit",
        name = "offer",
        description = "Says what a resident may send to a unit now, and why not the rest")
public class OfferCommand extends ResidentAtUnitCommand {

    @Reference
    Offers service;

    @Reference
    UnitRegister units;

    @Reference(filter = "(careunit=internal)")
    Clock clock;

    @Override
    protected Listing answer() {
        Offer offer = service.offer(operator(), unit(), resident(), clock.instant());
        if (offer.types().isEmpty()) {
            units.require(unit());
        }
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

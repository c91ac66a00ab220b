package org.careunit.casetypes.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.operations.Listing;
import org.careunit.operations.OperatorCommand;

/** {@code careunit:offer}. */
@Service
@Command(
        scope = "careunit",
        name = "offer",
        description = "Says what a resident may send to a unit now, and why not the rest")
public class OfferCommand extends OperatorCommand {

    @Argument(index = 0, name = "unit", required = true, description = "The unit's HSA-id")
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
    String municipality;

    @Option(name = "--resident", description = "The host's pseudonym of the resident, to look at approvals and namings")
    String pseudonym;

    @Reference
    Offers service;

    @Reference(filter = "(careunit=internal)")
    Clock clock;

    @Override
    protected Listing answer() {
        Offer offer = service.offer(operator(), HsaId.of(unit), resident(), clock.instant());
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

    /** What cannot be read is not repeated, since it may tell of a person. */
    private Resident resident() {
        MunicipalityCode where = MunicipalityCode.of(municipality);
        try {
            LocalDate birth = LocalDate.parse(birthDate.strip());
            Sex which = Sex.valueOf(sex.strip().toUpperCase(Locale.ROOT));
            return new Resident(birth, which, where.county(), where, Optional.ofNullable(pseudonym));
        } catch (DateTimeParseException wrong) {
            throw new RefusedException("Write the birth date as year, month and day, for example 2015-03-01");
        } catch (IllegalArgumentException wrong) {
            throw new RefusedException("Write female or male as the sex");
        }
    }
}

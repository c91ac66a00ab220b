package org.careunit.testkit.fakes;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.UnitEntry;

/** Changes of what the directory says of a unit, for {@link FakeDirectory#change}. */
public final class UnitEntries {

    private UnitEntries() {}

    /** The same without a name. */
    public static UnitEntry withoutName(UnitEntry entry) {
        return new UnitEntry(
                entry.id(),
                Optional.empty(),
                entry.telephone(),
                entry.address(),
                entry.visitingAddress(),
                entry.directions(),
                entry.openingHours(),
                entry.telephoneHours(),
                entry.dropInHours(),
                entry.businessCodes(),
                entry.page(),
                entry.ownPage());
    }

    /** The same with other business codes. */
    public static UnitEntry withBusinessCodes(UnitEntry entry, String... codes) {
        return with(entry, entry.openingHours(), List.of(codes), entry.page(), entry.ownPage());
    }

    /** The same with other opening hours. */
    public static UnitEntry withOpeningHours(UnitEntry entry, String... hours) {
        return with(entry, List.of(hours), entry.businessCodes(), entry.page(), entry.ownPage());
    }

    /** The same with another page on 1177.se, or none. */
    public static UnitEntry withPage(UnitEntry entry, Optional<URI> page) {
        return with(entry, entry.openingHours(), entry.businessCodes(), page, entry.ownPage());
    }

    /** The same with another page of the unit's own, or none. */
    public static UnitEntry withOwnPage(UnitEntry entry, Optional<URI> ownPage) {
        return with(entry, entry.openingHours(), entry.businessCodes(), entry.page(), ownPage);
    }

    private static UnitEntry with(
            UnitEntry entry, List<String> openingHours, List<String> codes, Optional<URI> page, Optional<URI> ownPage) {
        return new UnitEntry(
                entry.id(),
                entry.name(),
                entry.telephone(),
                entry.address(),
                entry.visitingAddress(),
                entry.directions(),
                openingHours,
                entry.telephoneHours(),
                entry.dropInHours(),
                codes,
                page,
                ownPage);
    }
}

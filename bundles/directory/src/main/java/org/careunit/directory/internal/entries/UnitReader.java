package org.careunit.directory.internal.entries;

import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.UnitEntry;

/** Converts LDAP entries into unit entries. */
public record UnitReader(AttributeNames names) {

    private static final List<String> TELEPHONES = List.of(AttributeNames.HSA_TELEPHONE, AttributeNames.TELEPHONE);

    /** The first value that has any lines. */
    private static List<String> lines(Attributes entry, String name) {
        return entry.first(name, raw -> Optional.of(AttributeValues.lines(raw)).filter(lines -> !lines.isEmpty()))
                .orElse(List.of());
    }

    /** Empty if it has no HSA-id. */
    public Optional<UnitEntry> read(Entry raw) {
        Attributes entry = new Attributes(raw, names);
        return entry.first(AttributeNames.ID, AttributeValues::id)
                .map(id -> new UnitEntry(
                        id,
                        entry.first(AttributeNames.UNIT_NAME, AttributeValues::text),
                        entry.firstOf(TELEPHONES, AttributeValues::telephone),
                        lines(entry, AttributeNames.ADDRESS),
                        lines(entry, AttributeNames.VISITING_ADDRESS),
                        Optional.of(String.join("\n", lines(entry, AttributeNames.DIRECTIONS)))
                                .filter(said -> !said.isEmpty()),
                        entry.all(AttributeNames.HOURS, AttributeValues::text),
                        entry.all(AttributeNames.TELEPHONE_HOURS, AttributeValues::text),
                        entry.all(AttributeNames.DROP_IN_HOURS, AttributeValues::text),
                        entry.all(AttributeNames.BUSINESS_CODE, AttributeValues::code),
                        entry.first(AttributeNames.PAGE, AttributeValues::page),
                        entry.first(AttributeNames.OWN_PAGE, AttributeValues::labelledPage)));
    }
}

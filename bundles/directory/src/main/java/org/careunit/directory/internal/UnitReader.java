package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.UnitEntry;

/** Makes unit entries of what came over the wire. */
record UnitReader(Names names) {

    private static final List<String> TELEPHONES = List.of(Names.HSA_TELEPHONE, Names.TELEPHONE);

    /** The first value that has any lines. */
    private static List<String> lines(Attributes entry, String name) {
        return entry.first(name, raw -> Optional.of(Values.lines(raw)).filter(lines -> !lines.isEmpty()))
                .orElse(List.of());
    }

    /** Empty if it has no HSA-id. */
    Optional<UnitEntry> read(Entry raw) {
        Attributes entry = new Attributes(raw, names);
        return entry.first(Names.ID, Values::id)
                .map(id -> new UnitEntry(
                        id,
                        entry.first(Names.UNIT_NAME, Values::text),
                        entry.firstOf(TELEPHONES, Values::telephone),
                        lines(entry, Names.ADDRESS),
                        lines(entry, Names.VISITING_ADDRESS),
                        Optional.of(String.join("\n", lines(entry, Names.DIRECTIONS)))
                                .filter(said -> !said.isEmpty()),
                        entry.all(Names.HOURS, Values::text),
                        entry.all(Names.TELEPHONE_HOURS, Values::text),
                        entry.all(Names.DROP_IN_HOURS, Values::text),
                        entry.all(Names.BUSINESS_CODE, Values::code),
                        entry.first(Names.PAGE, Values::page),
                        entry.first(Names.OWN_PAGE, Values::labelledPage)));
    }
}

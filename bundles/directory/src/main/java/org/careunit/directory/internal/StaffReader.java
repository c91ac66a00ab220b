package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.directory.StaffEntry;

/** Makes staff entries of what came over the wire. */
record StaffReader(Names names) {

    private static final List<String> TITLES = List.of(Names.TITLE, Names.HSA_TITLE, Names.PA_TITLE);
    private static final List<String> MOBILES = List.of(Names.MOBILE, Names.MOBILE_ALIAS);

    /**
     * Reads all entries of one person; those without an HSA-id are left out. One entry that protects the identity protects
     * it in all of them.
     */
    List<StaffEntry> read(List<? extends Entry> entries) {
        List<Attributes> all =
                entries.stream().map(entry -> new Attributes(entry, names)).toList();
        boolean confidential =
                all.stream().flatMap(entry -> entry.raw(Names.CONFIDENTIAL)).anyMatch(Values::isProtecting);
        return all.stream().flatMap(entry -> read(entry, confidential).stream()).toList();
    }

    private static Optional<StaffEntry> read(Attributes entry, boolean confidential) {
        return entry.first(Names.ID, Values::id)
                .map(id -> new StaffEntry(
                        id,
                        entry.first(Names.GIVEN_NAME, Values::text),
                        surname(entry),
                        entry.firstOf(TITLES, Values::text),
                        confidential ? Optional.empty() : entry.first(Names.MAIL, Values::mail),
                        confidential ? Optional.empty() : entry.firstOf(MOBILES, Values::telephone),
                        confidential,
                        entry.first(Names.START, Values::time),
                        entry.first(Names.END, Values::time)));
    }

    private static Optional<String> surname(Attributes entry) {
        return Stream.of(Names.MIDDLE_NAME, Names.SURNAME)
                .flatMap(name -> entry.first(name, Values::text).stream())
                .reduce((middle, last) -> middle + " " + last)
                .filter(both -> both.length() <= Values.LONGEST);
    }
}

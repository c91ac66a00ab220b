package org.careunit.directory.internal.entries;

import com.unboundid.ldap.sdk.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.identity.PastedText;
import org.careunit.api.identity.StaffId;

/** Converts LDAP entries into staff entries. */
public record StaffReader(AttributeNames names) {

    private static final List<String> TITLES =
            List.of(AttributeNames.TITLE, AttributeNames.HSA_TITLE, AttributeNames.PA_TITLE);
    private static final List<String> MOBILES = List.of(AttributeNames.MOBILE, AttributeNames.MOBILE_ALIAS);

    /**
     * Reads all entries of one person; those without an HSA-id are left out. One entry that protects the identity
     * protects it in all of them.
     */
    public List<StaffEntry> read(List<? extends Entry> entries) {
        List<Attributes> all =
                entries.stream().map(entry -> new Attributes(entry, names)).toList();
        boolean confidential = all.stream()
                .anyMatch(entry -> entry.isMarked(AttributeNames.CONFIDENTIAL, AttributeValues::isProtecting));
        return all.stream().flatMap(entry -> read(entry, confidential).stream()).toList();
    }

    private static Optional<StaffEntry> read(Attributes entry, boolean confidential) {
        return entry.first(AttributeNames.ID, AttributeValues::id)
                .map(id -> new StaffEntry(
                        new StaffId(id.value()),
                        entry.first(AttributeNames.GIVEN_NAME, AttributeValues::text),
                        surname(entry),
                        entry.firstOf(TITLES, AttributeValues::text),
                        confidential ? Optional.empty() : entry.first(AttributeNames.MAIL, AttributeValues::mail),
                        confidential ? Optional.empty() : entry.firstOf(MOBILES, AttributeValues::telephone),
                        confidential,
                        entry.first(AttributeNames.START, AttributeValues::begin),
                        entry.first(AttributeNames.END, AttributeValues::end),
                        hasUnreadable(entry, AttributeNames.START, AttributeValues::begin)
                                || hasUnreadable(entry, AttributeNames.END, AttributeValues::end)));
    }

    /** Whether a date is written of which a value cannot be read, or of which several values differ. */
    private static boolean hasUnreadable(Attributes entry, String name, Function<String, Optional<Instant>> reader) {
        List<Optional<Instant>> dates = entry.raw(name)
                .filter(value -> !PastedText.compact(value).isEmpty())
                .map(reader)
                .distinct()
                .toList();
        return dates.size() > 1 || dates.contains(Optional.<Instant>empty());
    }

    private static Optional<String> surname(Attributes entry) {
        return Stream.of(AttributeNames.MIDDLE_NAME, AttributeNames.SURNAME)
                .flatMap(name -> entry.first(name, AttributeValues::text).stream())
                .reduce((middle, last) -> middle + " " + last)
                .filter(both -> both.length() <= AttributeValues.LONGEST);
    }
}

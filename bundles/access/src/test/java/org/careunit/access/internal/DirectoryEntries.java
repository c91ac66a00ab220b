package org.careunit.access.internal;

import java.time.Instant;
import java.util.Optional;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.testkit.fakes.FakeDirectory;

/** Entries of the one person whom the tests look up, by one or several HSA-ids. */
public final class DirectoryEntries {

    public static final String NUMBER = "18900118-9811";

    private DirectoryEntries() {}

    /** Says that this is the entry of that person by that HSA-id. */
    public static void add(FakeDirectory directory, StaffId id, Optional<Instant> until) {
        directory.put(id, entry(id, Optional.empty(), until, false));
        directory.know(new PersonNumber(NUMBER.replace("-", "")), id);
    }

    public static StaffEntry entry(StaffId id, Optional<Instant> from, Optional<Instant> until, boolean unreadable) {
        return new StaffEntry(
                id,
                Optional.of("Test"),
                Optional.of("Person"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                from,
                until,
                unreadable);
    }
}

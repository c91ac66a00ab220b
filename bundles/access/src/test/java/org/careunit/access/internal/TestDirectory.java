package org.careunit.access.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;

/** A directory that knows one person, by one or several HSA-ids, and can be down, with or without a memory. */
public final class TestDirectory implements StaffDirectory {

    public static final String NUMBER = "18900118-9811";

    public final List<StaffEntry> entries = new ArrayList<>();
    public boolean down;
    public boolean stale;
    public boolean setUp = true;

    /** Entries of others, who are not found by the number. */
    public final List<StaffEntry> others = new ArrayList<>();

    public void say(HsaId id, Optional<Instant> until) {
        entries.add(entry(id, Optional.empty(), until, false));
    }

    public static StaffEntry entry(HsaId id, Optional<Instant> from, Optional<Instant> until, boolean unreadable) {
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

    @Override
    public boolean isSetUp() {
        return setUp;
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(HsaId id) {
        return answer(Stream.concat(entries.stream(), others.stream())
                .filter(entry -> entry.id().equals(id))
                .toList());
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(PersonNumber number) {
        return answer(number.value().equals(NUMBER.replace("-", "")) ? entries : List.of());
    }

    @Override
    public DirectoryAnswer<Optional<UnitEntry>> unit(HsaId id) {
        throw new UnsupportedOperationException();
    }

    private DirectoryAnswer<List<StaffEntry>> answer(List<StaffEntry> found) {
        if (down) {
            throw new UnavailableException("The directory is down, on purpose");
        }
        return new DirectoryAnswer<>(List.copyOf(found), Instant.parse("2026-11-23T08:00:00Z"), stale);
    }
}

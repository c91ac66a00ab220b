package org.careunit.staff.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;

/** A directory of a few feigned people, which can be down. */
final class TestDirectory implements StaffDirectory {

    static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");

    private final Map<HsaId, List<StaffEntry>> people = new HashMap<>();
    boolean down;

    void say(HsaId id, StaffEntry... entries) {
        people.put(id, List.of(entries));
    }

    static StaffEntry entry(HsaId id, String surname, boolean confidential) {
        return entry(id, surname, confidential, Optional.empty());
    }

    static StaffEntry entry(HsaId id, String surname, boolean confidential, Optional<Instant> until) {
        return new StaffEntry(
                id,
                Optional.of("Test"),
                Optional.of(surname),
                Optional.of("Sjuksköterska"),
                Optional.of(new EmailAddress("test." + surname.toLowerCase(Locale.ROOT) + "@example.org")),
                Optional.empty(),
                confidential,
                Optional.empty(),
                until);
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(HsaId id) {
        if (down) {
            throw new UnavailableException("The directory is down, on purpose");
        }
        return new DirectoryAnswer<>(people.getOrDefault(id, List.of()), AS_OF, false);
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(PersonNumber number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryAnswer<Optional<UnitEntry>> unit(HsaId id) {
        throw new UnsupportedOperationException();
    }
}

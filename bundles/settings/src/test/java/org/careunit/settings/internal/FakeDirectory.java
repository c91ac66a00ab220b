package org.careunit.settings.internal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;

/** A directory that says of every unit what a test says. */
public final class FakeDirectory implements StaffDirectory {

    public boolean down;
    public Optional<String> name = Optional.of("EK:s mottagning");
    public List<String> businessCodes = List.of();
    public Optional<URI> page = Optional.empty();
    public Optional<URI> ownPage = Optional.empty();
    public List<String> openingHours = List.of("1-5#08:00#17:00");

    @Override
    public DirectoryAnswer<Optional<UnitEntry>> unit(HsaId id) {
        if (down) {
            throw new UnavailableException("The directory does not answer");
        }
        UnitEntry entry = new UnitEntry(
                id,
                name,
                Optional.of("08-465 004 01"),
                List.of("Gatan 1", "111 11 Stockholm"),
                List.of("Backen 3"),
                Optional.of("Porten till vänster"),
                openingHours,
                List.of("1-5#09:00#10:00"),
                List.of("3-3#13:00#14:00"),
                businessCodes,
                page,
                ownPage);
        return new DirectoryAnswer<>(Optional.of(entry), Instant.EPOCH, false);
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(HsaId id) {
        throw new AssertionError();
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(PersonNumber number) {
        throw new AssertionError();
    }
}

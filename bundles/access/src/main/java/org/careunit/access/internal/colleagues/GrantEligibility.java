package org.careunit.access.internal.colleagues;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.StaffId;

/**
 * Checks in the directory whether something new may be granted to an HSA-id: it must be known there, employed now, and
 * have dates that can be read. An account that was checked once may be granted more while the directory is down; a new
 * one may not.
 */
public final class GrantEligibility {

    private final Supplier<Optional<StaffDirectory>> directory;
    private final Clock clock;

    public GrantEligibility(Supplier<Optional<StaffDirectory>> directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The entries of somebody who gets an account; empty where no directory is set up, since an operator must be able
     * to make the first administrators without one.
     *
     * @throws RefusedException if the directory does not know them, or not as somebody who is employed now
     * @throws UnavailableException if the directory cannot be asked now
     */
    public Optional<List<StaffEntry>> requireForAccount(StaffId staff) {
        return present().map(asked -> {
            DirectoryAnswer<List<StaffEntry>> looked = asked.staff(staff);
            if (looked.stale()) {
                throw new UnavailableException(
                        UnavailableProblem.DIRECTORY,
                        "The directory cannot be asked now, and what it said of " + staff + " at " + looked.asOf()
                                + " is not enough to make an account: try again when it answers");
            }
            return allowed(staff, looked.found());
        });
    }

    /**
     * Refuses to grant more to an account that the directory no longer lists as employed.
     *
     * @throws RefusedException if the directory does not know them any more, or not as somebody who is employed now
     */
    public void requireForMore(StaffId staff) {
        Optional<List<StaffEntry>> looked;
        try {
            looked = present().map(asked -> asked.staff(staff).found());
        } catch (UnavailableException down) {
            return;
        }
        looked.ifPresent(entries -> allowed(staff, entries));
    }

    private Optional<StaffDirectory> present() {
        return directory.get().filter(StaffDirectory::isSetUp);
    }

    private List<StaffEntry> allowed(StaffId staff, List<StaffEntry> entries) {
        if (entries.isEmpty()) {
            throw AccessProblem.UNKNOWN_IN_DIRECTORY.refused(staff);
        }
        if (!Employment.allowsNew(entries, clock.instant())) {
            throw AccessProblem.NOTHING_NEW.refused(staff, Employment.obstacle(entries, clock.instant()));
        }
        return entries;
    }
}

package org.careunit.api.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.identity.StaffId;

/**
 * One HSA-id of a person who was looked up.
 *
 * @param staff the HSA-id; never null
 * @param entries what the directory says of it; never null, empty if an account of this person stands here whose HSA-id
 *     the directory no longer names
 * @param account whether there is an account
 * @param here their place on the unit's list; empty if they are not on it
 */
public record Colleague(StaffId staff, List<StaffEntry> entries, boolean account, Optional<StaffAtUnit> here) {

    public Colleague {
        Objects.requireNonNull(staff, "staff");
        entries = List.copyOf(entries);
        Objects.requireNonNull(here, "here");
    }
}

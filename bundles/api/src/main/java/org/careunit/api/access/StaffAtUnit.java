package org.careunit.api.access;

import java.util.Objects;
import java.util.Set;
import org.careunit.api.identity.HsaId;

/**
 * A staff member's permissions at a unit.
 *
 * @param staff who; never null
 * @param unit where; never null
 * @param permissions what they are there; never null, never empty
 */
public record StaffAtUnit(HsaId staff, HsaId unit, Set<Permission> permissions) {

    public StaffAtUnit {
        Objects.requireNonNull(staff, "staff");
        Objects.requireNonNull(unit, "unit");
        permissions = Set.copyOf(permissions);
    }
}

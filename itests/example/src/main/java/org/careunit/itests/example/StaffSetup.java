package org.careunit.itests.example;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.Colleague;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;

/** Registers staff and assigns their permissions, as a screen of the host would. */
final class StaffSetup {

    private final Permissions permissions;
    private final HsaId unit;
    private final Steps steps;

    StaffSetup(Permissions permissions, HsaId unit, Steps steps) {
        this.permissions = permissions;
        this.unit = unit;
        this.steps = steps;
    }

    /** Looks up by number, picks the HSA-id, ticks the permissions. */
    void register(Actor by, String staff, Set<Permission> ticked) {
        String number = Participants.NUMBERS.get(staff);
        steps.does("look " + staff + " up, register and assign", () -> {
            List<Colleague> found = permissions.lookUp(by, unit, number).found();
            return permissions
                    .register(by, unit, number, Optional.of(found.get(0).staff()), StaffAtUnit.always(ticked))
                    .permissions()
                    .stream()
                    .map(Permission::swedish)
                    .sorted()
                    .toList();
        });
    }

    /** Looks up by number somebody who has an account already, and ticks the permissions. */
    void assign(Actor by, String staff, Set<Permission> ticked) {
        String number = Participants.NUMBERS.get(staff);
        steps.does("look " + staff + " up, who has an account, and assign", () -> {
            Colleague found = permissions.lookUp(by, unit, number).found().get(0);
            return permissions.assign(by, unit, found.staff(), ticked).permissions().stream()
                    .map(Permission::swedish)
                    .sorted()
                    .toList();
        });
    }
}

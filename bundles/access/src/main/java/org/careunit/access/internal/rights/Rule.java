package org.careunit.access.internal.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.careunit.api.access.Permission;

/**
 * Rule of the table of rights: who may perform one kind of operation.
 *
 * @param what the operation, as the end of "may not …"; never null
 * @param atUnit the permissions at the target's unit that suffice; never null
 * @param regional whether an administrator of the target's region may
 * @param self whether only the person whose affairs they are may, if they are anything there; the two above say what
 * @param others who may, whatever the target is, because of what they are; never null
 */
public record Rule(String what, Set<Permission> atUnit, boolean regional, boolean self, Set<ActorKind> others) {

    private static final String REGIONAL = "a regional administrator (regionadministratör) of its region";

    public Rule {
        Objects.requireNonNull(what, "what");
        atUnit = Set.copyOf(atUnit);
        others = Set.copyOf(others);
    }

    /** Who may, as a text for somebody who may not. */
    public String whoMay() {
        List<String> who = new ArrayList<>();
        if (self) {
            who.add("the person alone (personen själv), with a permission there");
        } else {
            atUnit.stream().sorted().map(Rule::named).forEach(who::add);
            if (regional) {
                who.add(REGIONAL);
            }
        }
        others.stream().sorted().map(ActorKind::named).forEach(who::add);
        return String.join(", or ", who);
    }

    /** The same for people in a unit, for example "administratör för mottagningen, regionadministratör". */
    public String whoMayInSwedish() {
        List<String> who = new ArrayList<>();
        if (self) {
            who.add("personen själv");
        } else {
            atUnit.stream().sorted().map(Permission::swedish).forEach(who::add);
            if (regional) {
                who.add("regionadministratör");
            }
        }
        others.stream().sorted().map(ActorKind::swedish).forEach(who::add);
        return String.join(", ", who);
    }

    private static String named(Permission permission) {
        String english = permission.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "a " + english + " (" + permission.swedish() + ") of the unit";
    }
}

package org.careunit.access.internal.rights;

import static org.careunit.access.internal.rights.ActorKind.HOST;
import static org.careunit.access.internal.rights.ActorKind.INTERNAL;
import static org.careunit.access.internal.rights.ActorKind.OPERATOR;
import static org.careunit.access.internal.rights.ActorKind.RESIDENT;
import static org.careunit.api.access.Permission.PERMISSION_ADMINISTRATOR;
import static org.careunit.api.access.Permission.REVIEWER;
import static org.careunit.api.access.Permission.UNIT_ADMINISTRATOR;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permission;

/** The table of rights. What is not in it is forbidden. */
public final class AccessTable {

    private static final Set<Permission> ANY = EnumSet.allOf(Permission.class);
    private static final Set<Permission> NONE = Set.of();
    private static final Set<Operation> ONBOARDING =
            EnumSet.of(Operation.REGISTER_UNIT, Operation.GRANT_FIRST_ADMINISTRATOR);

    private static final Map<Operation, Rule> RULES = new EnumMap<>(Operation.class);

    static {
        row(Operation.READ_UNIT, "read what a unit has decided", ANY, true, HOST, OPERATOR, INTERNAL);
        row(Operation.CHANGE_UNIT, "change what a unit has decided", Set.of(UNIT_ADMINISTRATOR), true, OPERATOR);
        row(
                Operation.GRANT_CASE_ROLES,
                "make or unmake receivers and handlers",
                Set.of(UNIT_ADMINISTRATOR, PERMISSION_ADMINISTRATOR),
                true,
                OPERATOR);
        row(Operation.GRANT_ANY_ROLE, "grant or remove permissions", Set.of(UNIT_ADMINISTRATOR), true, OPERATOR);
        row(Operation.GRANT_FIRST_ADMINISTRATOR, "make a unit's first administrator", NONE, true, HOST, OPERATOR);
        row(Operation.GRANT_REGION, "make regional administrators", NONE, false, OPERATOR);
        row(Operation.REGISTER_UNIT, "register units of a region", NONE, true, HOST, OPERATOR);
        row(Operation.CHANGE_REGION, "decide on the units and texts of a region", NONE, true, OPERATOR);
        row(Operation.BRING_EVENTS, "bring platform events", NONE, false, HOST, OPERATOR, INTERNAL);
        row(Operation.SERVE_RESIDENTS, "act for residents", NONE, false, RESIDENT, HOST);
        row(Operation.SERVE_ANY_RESIDENT, "act for another resident", NONE, false, HOST);
        row(Operation.READ_AUDIT, "read the audit trail", Set.of(REVIEWER), true, OPERATOR);
        row(Operation.READ_LEDGER, "read a unit's ledger", Set.of(UNIT_ADMINISTRATOR), true, OPERATOR);
        row(Operation.READ_FIGURES, "read a unit's figures", Set.of(UNIT_ADMINISTRATOR, REVIEWER), true, OPERATOR);
        row(Operation.OPERATE, "operate the service", NONE, false, OPERATOR);
        RULES.put(
                Operation.OWN_SETTINGS,
                new Rule("use somebody's personal settings", ANY, true, true, Set.of(INTERNAL)));
    }

    private AccessTable() {}

    public static Rule of(Operation operation) {
        return RULES.get(operation);
    }

    /** Whether the host may do this only while its onboarding right is on. */
    public static boolean isOnboarding(Operation operation) {
        return ONBOARDING.contains(operation);
    }

    private static void row(
            Operation operation, String what, Set<Permission> atUnit, boolean regional, ActorKind... others) {
        RULES.put(operation, new Rule(what, atUnit, regional, false, Set.of(others)));
    }
}

package org.careunit.api.identity;

import java.util.Objects;

/**
 * The one who acts; comes with every call. The host authenticates; what the actor may do is looked up here and never
 * taken from the caller.
 */
public sealed interface Actor {

    /** A staff member, by HSA-id. */
    record Staff(StaffId id) implements Actor {
        public Staff {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public String label() {
            return "staff:" + id;
        }
    }

    /** A resident, by the pseudonym that the host gives; never a personal identity number. */
    record Resident(ResidentPseudonym pseudonym) implements Actor {
        public Resident {
            Objects.requireNonNull(pseudonym, "pseudonym");
        }

        /** @throws org.careunit.api.failure.RefusedException if it is no pseudonym */
        public Resident(String pseudonym) {
            this(new ResidentPseudonym(pseudonym));
        }

        @Override
        public String label() {
            return "resident:" + pseudonym.value();
        }

        @Override
        public String toString() {
            return "(resident)";
        }
    }

    /** The platform itself, by the name of its module. */
    record Host(String module) implements Actor {
        public Host {
            requireName("module", module);
        }

        @Override
        public String label() {
            return "host:" + module;
        }
    }

    /** Whoever works at the container's console, by the console's user name. */
    record Operator(String user) implements Actor {
        public Operator {
            requireName("user", user);
        }

        @Override
        public String label() {
            return "operator:" + user;
        }
    }

    /**
     * Careunit itself, when time or a job makes it act. The one implementation that is accepted is not in this bundle
     * and not exported to others: one of anybody else's is refused like an actor that is null.
     */
    non-sealed interface Internal extends Actor {}

    /** How this actor is written in the audit trail and in logs: kind, colon, name. Never null. */
    String label();

    private static void requireName(String what, String name) {
        Objects.requireNonNull(name, what);
        if (name.isBlank() || name.length() > 100) {
            throw IdentityProblem.ACTOR.refused(what);
        }
    }
}

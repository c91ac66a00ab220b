package org.careunit.notifications.internal.recipients;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/**
 * A recipient of messages, identified in the ledger by a key without an address. The address is looked up each time a
 * message is about to be sent.
 */
public sealed interface Recipient {

    /** Key in ledger, digests and jobs: at most 120 characters, no blank. */
    String key();

    /**
     * Where they want messages of a unit now.
     *
     * @return empty if they want none there any more
     * @throws org.careunit.api.failure.UnavailableException if it cannot be said now
     */
    Optional<Contact> find(HsaId unit, ContactSource source);

    /** The recipient with this key; empty if it is nobody's, or was taken out of the ledger. */
    static Optional<Recipient> of(String key) {
        int end = key.indexOf(':');
        String kind = key.substring(0, end + 1);
        String who = key.substring(end + 1);
        try {
            return Optional.ofNullable(
                    switch (kind) {
                        case UnitAddress.KIND -> new UnitAddress(who);
                        case Deputy.KIND -> Deputy.of(who);
                        case UnitDeputy.KIND -> UnitDeputy.of(who);
                        case StaffMember.KIND -> new StaffMember(new StaffId(who));
                        case RegionalAdministrator.KIND -> new RegionalAdministrator(new StaffId(who));
                        case Resident.KIND -> new Resident(who);
                        default -> null;
                    });
        } catch (RefusedException noHsaId) {
            return Optional.empty();
        }
    }

    /**
     * One of the addresses in a unit's settings.
     *
     * @param pseudonym of the address
     */
    record UnitAddress(String pseudonym) implements Recipient {

        private static final String KIND = "address:";

        public UnitAddress {
            Objects.requireNonNull(pseudonym, "pseudonym");
        }

        @Override
        public String key() {
            return KIND + pseudonym;
        }

        @Override
        public Optional<Contact> find(HsaId unit, ContactSource source) {
            return source.ofUnitAddress(unit, pseudonym);
        }
    }

    /** Somebody who works at the unit. */
    record StaffMember(StaffId id) implements Recipient {

        private static final String KIND = "staff:";

        public StaffMember {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public String key() {
            return KIND + id;
        }

        @Override
        public Optional<Contact> find(HsaId unit, ContactSource source) {
            return source.ofStaff(unit, id);
        }
    }

    /**
     * Somebody who is notified in place of an absent colleague.
     *
     * @param absent whose case it is
     */
    record Deputy(StaffId id, StaffId absent) implements Recipient {

        private static final String KIND = "deputy:";
        private static final String FOR = "/";

        public Deputy {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(absent, "absent");
        }

        private static Recipient of(String who) {
            String[] both = who.split(FOR, 2);
            return both.length < 2 ? null : new Deputy(new StaffId(both[0]), new StaffId(both[1]));
        }

        @Override
        public String key() {
            return KIND + id + FOR + absent;
        }

        @Override
        public Optional<Contact> find(HsaId unit, ContactSource source) {
            return source.ofDeputy(unit, id);
        }
    }

    /**
     * One of the unit's addresses that is notified in place of an absent colleague, since no receiver can be.
     *
     * @param pseudonym of the address
     * @param absent whose case it is
     */
    record UnitDeputy(String pseudonym, StaffId absent) implements Recipient {

        private static final String KIND = "unit-deputy:";
        private static final String FOR = "/";

        public UnitDeputy {
            Objects.requireNonNull(pseudonym, "pseudonym");
            Objects.requireNonNull(absent, "absent");
        }

        private static Recipient of(String who) {
            String[] both = who.split(FOR, 2);
            return both.length < 2 ? null : new UnitDeputy(both[0], new StaffId(both[1]));
        }

        @Override
        public String key() {
            return KIND + pseudonym + FOR + absent;
        }

        @Override
        public Optional<Contact> find(HsaId unit, ContactSource source) {
            return source.ofUnitAddress(unit, pseudonym);
        }
    }

    /** An administrator of the unit's region. */
    record RegionalAdministrator(StaffId id) implements Recipient {

        private static final String KIND = "regional:";

        public RegionalAdministrator {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public String key() {
            return KIND + id;
        }

        @Override
        public Optional<Contact> find(HsaId unit, ContactSource source) {
            return source.ofRegionalAdministrator(unit, id);
        }
    }

    /**
     * The resident of a case, or the proxy who acts for them; only the host knows who that is.
     *
     * @param caseId the case's number within the unit
     */
    record Resident(String caseId) implements Recipient {

        private static final String KIND = "resident:";

        public Resident {
            Objects.requireNonNull(caseId, "caseId");
        }

        @Override
        public String key() {
            return KIND + caseId;
        }

        @Override
        public Optional<Contact> find(HsaId unit, ContactSource source) {
            return source.ofResident(new CaseRef(unit, caseId));
        }
    }
}

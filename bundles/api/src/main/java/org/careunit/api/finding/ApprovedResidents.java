package org.careunit.api.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Manages residents from outside the catchment area whom a unit has approved individually. They are stored by a keyed
 * hash only. Safe for use by many threads. All methods throw {@link org.careunit.api.access.NotPermittedException} if
 * the actor may not, {@link org.careunit.api.failure.RefusedException} if there is no such unit, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach.
 */
@ProviderType
public interface ApprovedResidents {

    /**
     * Approves a resident, in place of an earlier approval.
     *
     * @param resident not null
     * @param until the last day on which it is valid, in Europe/Stockholm; empty for no end
     * @throws org.careunit.api.failure.RefusedException if that day has passed
     */
    Approval approve(Actor actor, HsaId unit, ResidentPseudonym resident, Optional<LocalDate> until);

    /**
     * Takes an approval back.
     *
     * @throws org.careunit.api.failure.RefusedException if there is none
     */
    void withdraw(Actor actor, HsaId unit, ResidentPseudonym resident);

    /** The approval of a resident, ended ones too; empty if there is none. */
    Optional<Approval> find(Actor actor, HsaId unit, ResidentPseudonym resident);

    /** All approvals of a unit, newest first, ended ones too. */
    List<Approval> ofUnit(Actor actor, HsaId unit);

    /** As above, page by page. */
    default Page<Approval> ofUnit(Actor actor, HsaId unit, PageRequest page) {
        return Page.of(ofUnit(actor, unit), one -> one.resident().value(), page);
    }

    /**
     * An approval.
     *
     * @param resident never null
     * @param until the last day on which it is valid; empty for no end
     * @param approvedBy the label of the one who approved; never null
     * @param approvedAt when; never null
     */
    record Approval(ResidentHash resident, Optional<LocalDate> until, String approvedBy, Instant approvedAt) {
        public Approval {
            Objects.requireNonNull(resident, "resident");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(approvedBy, "approvedBy");
            Objects.requireNonNull(approvedAt, "approvedAt");
        }

        /** Nothing of the resident. */
        @Override
        public String toString() {
            return "(approved at " + approvedAt + ")";
        }
    }
}

package org.careunit.api.casetypes;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;

/**
 * What one resident may send to one unit at one instant.
 *
 * @param unit never null
 * @param types the unit's active types in the order of the catalogue; never null
 * @param listingRequest the wish to be registered at the unit, at a child health centre that takes such wishes: why it
 *     is closed, and an empty list if it is open; empty where the unit takes none; never null
 */
public record Offer(HsaId unit, List<Offered> types, Optional<List<Closed>> listingRequest) {

    public Offer {
        Objects.requireNonNull(unit, "unit");
        types = List.copyOf(types);
        Objects.requireNonNull(listingRequest, "listingRequest");
    }

    /**
     * A type.
     *
     * @param key never null
     * @param name in Swedish; never null
     * @param settings what holds of it at the unit; never null
     * @param closed why the resident may not send it, in the order of {@link Reason}; empty if they may; never null
     */
    public record Offered(CaseTypeKey key, String name, TypeSettings settings, List<Closed> closed) {

        public Offered {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(settings, "settings");
            closed = List.copyOf(closed);
        }

        public boolean isOpen() {
            return closed.isEmpty();
        }
    }

    /**
     * Why something is closed.
     *
     * @param reason for programs; never null
     * @param text for people, a whole sentence in Swedish; never blank
     */
    public record Closed(Reason reason, String text) {

        public Closed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(text, "text");
        }

        /** The code of the reason, for example {@code offer.paused}. */
        public String code() {
            return reason.code();
        }
    }

    /** What can close a type, in the order in which reasons are given. */
    public enum Reason {
        /** The unit has not opened yet, or has closed; whether it is exposed to the resident is not said then. */
        UNIT_NOT_OPEN,
        /** The unit takes nothing new; likewise. */
        UNIT_CLOSING,
        /** The unit is not exposed to the resident. */
        CATCHMENT,
        /** The type lacks settings, or its terms are missing or hold an error. */
        NOT_READY,
        AGE,
        SEX,
        NOT_NAMED,
        PAUSED,
        OUTSIDE_HOURS,
        CAP_REACHED;

        /** For programs and manuals; never changes. */
        public String code() {
            return "offer." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

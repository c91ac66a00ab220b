package org.careunit.api.casetypes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.ProblemCode;
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
     * @param settings its effective settings at the unit; never null
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

        /** The same as data. */
        public Problem problem() {
            return reason.with().withSwedish(text);
        }
    }

    /** What can close a type, in the order in which reasons are given. */
    public enum Reason implements ProblemCode {
        /** The unit has not opened yet, or has closed; whether it is exposed to the resident is not said then. */
        UNIT_NOT_OPEN("offer.unit-not-open", "Mottagningen är inte öppen för ärenden", "The unit is not open"),
        /** The unit takes nothing new; likewise. */
        UNIT_CLOSING("offer.unit-closing", "Mottagningen håller på att stänga", "The unit is closing"),
        /** The unit is not exposed to the resident. */
        CATCHMENT("offer.catchment", "Mottagningen tar inte emot invånaren", "The unit is not exposed to the resident"),
        /** The type lacks settings, or its terms are missing or hold an error. */
        NOT_READY("offer.not-ready", "Ärendetypen är inte färdig", "The type lacks settings or terms"),
        AGE("offer.age", "Åldern passar inte", "The resident is too young or too old"),
        SEX("offer.sex", "Könet passar inte", "The type is for the other sex"),
        /** The type is for named residents. */
        NOT_NAMED("offer.not-named", "Invånaren är inte utvald", "The resident is not named for the type"),
        PAUSED("offer.paused", "Ärendetypen eller mottagningen är pausad", "The type or the unit is paused"),
        OUTSIDE_HOURS(
                "offer.outside-hours", "Det är utanför tiderna då ärenden kan skickas", "It is outside the hours"),
        CAP_REACHED("offer.cap-reached", "Dagens högsta antal ärenden är nått", "The cap of the day is reached");

        private final String code;
        private final String swedish;
        private final String english;

        Reason(String code, String swedish, String english) {
            this.code = code;
            this.swedish = swedish;
            this.english = english;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String swedish() {
            return swedish;
        }

        @Override
        public String english() {
            return english;
        }
    }
}

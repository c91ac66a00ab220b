package org.careunit.casetypes.internal.offers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offer.Reason;
import org.careunit.api.casetypes.ResidentLimits;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Pauses.Pause;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.units.CareUnit;

/** Finds all reasons why a type is closed to a resident, in the order of {@link Reason}. */
public final class ClosedReasons {

    private ClosedReasons() {}

    /** Of a type of which nothing is said that is not said of all. */
    public static List<Closed> ofAny(OfferContext situation) {
        List<Closed> closed = new ArrayList<>(situation.ofUnit());
        ofDay(Optional.empty(), situation, closed);
        return List.copyOf(closed);
    }

    /** @param ready whether the unit has filled in what the type needs */
    public static List<Closed> of(CaseTypeKey type, ResidentLimits limits, boolean ready, OfferContext situation) {
        List<Closed> closed = new ArrayList<>(situation.ofUnit());
        if (!ready) {
            closed.add(new Closed(
                    Reason.NOT_READY,
                    "Det går inte att skicka det här ärendet just nu. Kontakta mottagningen på annat sätt."));
        }
        closed.addAll(ofResident(type, limits, situation));
        ofDay(Optional.of(type), situation, closed);
        return List.copyOf(closed);
    }

    private static void ofDay(Optional<CaseTypeKey> type, OfferContext situation, List<Closed> closed) {
        pause(type, situation).ifPresent(closed::add);
        SendingHours hours = situation.day().hours();
        List<HoursSpan> spans = type.map(hours::of).orElse(hours.unit());
        if (!SendingHours.isOpenAt(spans, situation.day().at())) {
            closed.add(new Closed(
                    Reason.OUTSIDE_HOURS,
                    SendingTimes.text(spans, situation.day().at())));
        }
        if (situation.isCapReached(type)) {
            closed.add(new Closed(
                    Reason.CAP_REACHED,
                    "Mottagningen tar inte emot fler ärenden i dag. Försök igen nästa dag som"
                            + " mottagningen tar emot ärenden."));
        }
    }

    /**
     * Reasons that close a unit as a whole; while it is not open, its exposure is not a reason.
     *
     * @param hidden why it is not exposed to the resident; empty if it is
     */
    public static List<Closed> ofUnit(CareUnit.State state, List<String> hidden) {
        if (state == CareUnit.State.CLOSING) {
            return List.of(new Closed(
                    Reason.UNIT_CLOSING, "Mottagningen håller på att stänga och tar inte emot nya ärenden."));
        }
        if (state != CareUnit.State.OPEN) {
            return List.of(new Closed(Reason.UNIT_NOT_OPEN, "Mottagningen är inte öppen för ärenden."));
        }
        return hidden.isEmpty() ? List.of() : List.of(new Closed(Reason.CATCHMENT, String.join(" ", hidden)));
    }

    private static List<Closed> ofResident(CaseTypeKey type, ResidentLimits limits, OfferContext situation) {
        List<Closed> closed = new ArrayList<>();
        int age = situation.person().age();
        if (age < limits.fromAge().orElse(0) || age > limits.toAge().orElse(ResidentLimits.OLDEST)) {
            closed.add(new Closed(Reason.AGE, ages(limits)));
        }
        limits.sex()
                .filter(sex -> !situation.person().sex().equals(limits.sex()))
                .ifPresent(sex -> {
                    String who = sex == Sex.FEMALE ? "kvinnor" : "män";
                    closed.add(new Closed(Reason.SEX, "Det här ärendet är bara för " + who + "."));
                });
        if (limits.namedOnly() && !situation.namedFor().contains(type)) {
            closed.add(new Closed(
                    Reason.NOT_NAMED,
                    "Det här ärendet är bara för dem som mottagningen har valt ut. Kontakta"
                            + " mottagningen på annat sätt."));
        }
        return closed;
    }

    private static String ages(ResidentLimits limits) {
        if (limits.fromAge().isEmpty()) {
            return limits.toAge().isPresent()
                    ? "Det här ärendet är för dig som är högst "
                            + limits.toAge().getAsInt() + " år."
                    : "Du kan inte skicka det här ärendet.";
        }
        String from =
                "Det här ärendet är för dig som har fyllt " + limits.fromAge().getAsInt() + " år";
        return limits.toAge().isPresent()
                ? from + " och är högst " + limits.toAge().getAsInt() + " år."
                : from + ".";
    }

    /** Reasons that close requests to be registered at the unit. */
    public static List<Closed> ofListingRequest(OfferContext situation) {
        List<Closed> closed = new ArrayList<>(situation.ofUnit());
        pause(Optional.empty(), situation).ifPresent(closed::add);
        return List.copyOf(closed);
    }

    private static Optional<Closed> pause(Optional<CaseTypeKey> type, OfferContext situation) {
        Pauses pauses = situation.day().pauses();
        Instant at = situation.day().at();
        return type.map(key -> pauses.of(key, at))
                .orElseGet(() -> pauses.ofUnit(at))
                .map(pause -> new Closed(Reason.PAUSED, pause.text() + until(pause)));
    }

    private static String until(Pause pause) {
        return pause.until()
                .map(end -> " Du kan skicka igen från " + SendingTimes.moment(end) + ".")
                .orElse("");
    }
}

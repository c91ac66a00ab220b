package org.careunit.terms.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsVersion;
import org.careunit.api.units.CareUnit;
import org.careunit.terms.internal.check.TermsCheck;
import org.careunit.terms.internal.text.Canonical;
import org.careunit.terms.internal.text.Filled;
import org.careunit.terms.internal.text.Inheritance;
import org.careunit.terms.internal.text.ShippedTerms;

/**
 * What holds at a unit, from memory; merged once, and again when something that it is made of is another. A text of which nothing is filled in
 * or said otherwise shares its points with the region's, so that a unit and type take less than a kilobyte.
 */
final class Holding {

    /** More than ten thousand units with fifteen types each. */
    private static final int MOST = 200_000;

    private static final int AT_ONCE = 10;

    private final Shelf shelf;
    private final ShippedTerms shipped;
    private final Neighbours neighbours;
    private final Clock clock;
    private final int most;
    private final Map<Key, Made> made = new ConcurrentHashMap<>();

    Holding(Shelf shelf, ShippedTerms shipped, Neighbours neighbours, Clock clock) {
        this(shelf, shipped, neighbours, clock, MOST);
    }

    Holding(Shelf shelf, ShippedTerms shipped, Neighbours neighbours, Clock clock, int most) {
        this.most = most;
        this.shelf = shelf;
        this.shipped = shipped;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** What holds, and what is wrong with it. */
    Made at(CareUnit unit, UnitCaseType type) {
        Place place = Place.of(unit, type.key());
        Timeline own = shelf.timeline(place.id());
        Parts parts = new Parts(
                place.above().flatMap(region -> shelf.now(region.id())),
                own.at(clock.instant()).filter(version -> !type.termsLocked()),
                name(unit),
                type.handlingDays(),
                type.name(),
                type.termsLocked());
        Key key = new Key(unit.id(), type.key());
        Made known = made.get(key);
        if (known != null && known.parts().equals(parts)) {
            return known;
        }
        return remembered(key, make(place, key, parts));
    }

    /** How many texts are remembered. */
    int size() {
        return made.size();
    }

    /** Whether the newest version of the unit's own is a draft. */
    boolean hasDraft(CareUnit unit, CaseTypeKey type) {
        return shelf.timeline(Place.of(unit, type).id()).hasDraft();
    }

    /** When another version is scheduled to hold, of the unit's own or its region's. */
    Optional<Instant> until(CareUnit unit, CaseTypeKey type) {
        Place place = Place.of(unit, type);
        Instant now = clock.instant();
        return Stream.of(Optional.of(place), place.above())
                .flatMap(Optional::stream)
                .flatMap(one -> shelf.timeline(one.id()).next(now).stream())
                .min(Comparator.naturalOrder());
    }

    /** What is filled in at a unit. */
    Filled filled(CareUnit unit, UnitCaseType type) {
        return new Filled(name(unit), type.handlingDays());
    }

    private Made remembered(Key key, Made fresh) {
        if (made.size() >= most) {
            makeRoom();
        }
        made.put(key, fresh);
        return fresh;
    }

    /** Forgets a part, whichever: one unit more than there is room for must not cost all the others their texts. */
    private void makeRoom() {
        Iterator<Key> keys = made.keySet().iterator();
        for (int gone = 0; gone <= most / AT_ONCE && keys.hasNext(); gone++) {
            keys.next();
            keys.remove();
        }
    }

    private Made make(Place place, Key key, Parts parts) {
        Base base = parts.region().map(Base::of).orElseGet(() -> new Base(0, shipped.of(place.type())));
        List<EffectivePoint> points = parts.unit()
                .map(version -> Inheritance.merge(base.points(), version.words()))
                .orElseGet(
                        () -> parts.region().map(Version::inherited).orElseGet(() -> shipped.inherited(place.type())));
        if (points.isEmpty()) {
            return new Made(parts, Optional.empty(), List.of());
        }
        Filled filling = new Filled(parts.unitName(), parts.handlingDays());
        List<EffectivePoint> filled = points.stream().map(filling::in).toList();
        List<TermsPoint> words = filled.stream().map(EffectivePoint::point).toList();
        TermsVersion version = new TermsVersion(
                base.version(), parts.unit().map(Version::number).orElse(0L), Canonical.sha256(words));
        EffectiveTerms terms =
                new EffectiveTerms(key.unit(), key.type(), parts.name(), version, parts.locked(), filled);
        return new Made(parts, Optional.of(terms), TermsCheck.errors(words, parts.handlingDays()));
    }

    /** What the unit calls itself, else what it is registered as. */
    private String name(CareUnit unit) {
        try {
            return neighbours.section(unit.id(), UnitInformation.class).name().orElse(unit.name());
        } catch (RefusedException unreadable) {
            return unit.name();
        }
    }

    /** Compared by what they are: versions are remembered, so that the same is nearly always the same object. */
    record Parts(
            Optional<Version> region,
            Optional<Version> unit,
            String unitName,
            OptionalInt handlingDays,
            String name,
            boolean locked) {}

    private record Key(HsaId unit, CaseTypeKey type) {}

    /**
     * What was made.
     *
     * @param terms empty if there are none in force
     * @param errors what keeps them from being shown
     */
    record Made(Parts parts, Optional<EffectiveTerms> terms, List<TermsFinding> errors) {

        boolean unitsOwn() {
            return parts.unit().isPresent();
        }
    }
}

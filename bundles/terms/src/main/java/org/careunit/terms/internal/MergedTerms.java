package org.careunit.terms.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsVersion;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.DerivedCache;
import org.careunit.storage.cache.DerivedCache.Inputs;
import org.careunit.storage.cache.DerivedCache.Source;
import org.careunit.terms.internal.check.IntendedFindings;
import org.careunit.terms.internal.check.TermsCheck;
import org.careunit.terms.internal.text.CanonicalTerms;
import org.careunit.terms.internal.text.Inheritance;
import org.careunit.terms.internal.text.PlaceholderValues;
import org.careunit.terms.internal.text.ShippedTerms;

/**
 * Cache of the terms in force at units: the region's text merged with the unit's own, with placeholders filled in. They
 * are merged again only when one of their inputs has changed. A text without own or filled-in points shares its points
 * with the region's, so a unit and type take less than a kilobyte.
 */
public final class MergedTerms {

    /** More than ten thousand units with fifteen types each in the half that surely stays. */
    private static final int MOST = 400_000;

    private final Sources sources;
    private final Clock clock;
    private final DerivedCache<Key, Parts, Merged> cache;

    /** Where terms and what is filled in come from. */
    public record Sources(
            TimelineCache texts,
            ShippedTerms shipped,
            UnitRegister units,
            TermsInputs termsInputs,
            IntendedFindingMarks intended) {}

    public MergedTerms(Caches caches, Sources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
        cache = caches.derived(new Source<>(Key::unit, this::inputs, this::merge), clock, MOST);
    }

    /**
     * The terms in force, and their errors.
     *
     * @throws RefusedException if there is no such unit, or it does not have the type
     */
    public Merged at(HsaId unit, CaseTypeKey type) {
        return cache.get(new Key(unit, type));
    }

    /** How many texts are cached. */
    public int size() {
        return cache.size();
    }

    /** Whether the newest version of the unit's own is a draft. */
    public boolean hasDraft(CareUnit unit, CaseTypeKey type) {
        return sources.texts().timeline(TermsOwner.of(unit, type).id()).hasDraft();
    }

    /** When another version is scheduled to hold, of the unit's own or its region's. */
    public Optional<Instant> until(CareUnit unit, CaseTypeKey type) {
        TermsOwner owner = TermsOwner.of(unit, type);
        Instant now = clock.instant();
        return Stream.of(Optional.of(owner), owner.regionsTerms())
                .flatMap(Optional::stream)
                .flatMap(one -> sources.texts().timeline(one.id()).next(now).stream())
                .min(Comparator.naturalOrder());
    }

    /** The placeholder values of a unit. */
    public PlaceholderValues filled(CareUnit unit, UnitCaseType type) {
        return new PlaceholderValues(sources.termsInputs().name(unit), type.handlingDays());
    }

    /** The intended findings of a unit. */
    public IntendedFindings intended(CareUnit unit, UnitCaseType type) {
        return new IntendedFindings(
                sources.intended().inForce(TermsOwner.of(unit, type.key())), filled(unit, type)::in);
    }

    private Inputs<Parts> inputs(Key key) {
        CareUnit unit = sources.units().require(key.unit());
        UnitCaseType type = sources.termsInputs().type(key.unit(), key.type());
        TermsOwner owner = TermsOwner.of(unit, key.type());
        Instant until = until(unit, key.type()).orElse(Instant.MAX);
        Parts parts = new Parts(
                owner.regionsTerms().flatMap(region -> sources.texts().now(region.id())),
                sources.texts().now(owner.id()).filter(version -> !type.termsLocked()),
                sources.termsInputs().name(unit),
                type.handlingDays(),
                type.name(),
                type.termsLocked(),
                sources.intended().inForce(owner));
        return new Inputs<>(parts, until);
    }

    private Merged merge(Key key, Parts parts) {
        InheritedText base = parts.region()
                .map(InheritedText::of)
                .orElseGet(() -> new InheritedText(0, sources.shipped().of(key.type())));
        List<EffectivePoint> points = parts.unit()
                .map(version -> Inheritance.merge(base.points(), version.words()))
                .orElseGet(() -> parts.region().map(PublishedVersion::inherited).orElseGet(() -> sources.shipped()
                        .inherited(key.type())));
        if (points.isEmpty()) {
            return new Merged(parts, Optional.empty(), List.of());
        }
        PlaceholderValues filling = new PlaceholderValues(parts.unitName(), parts.handlingDays());
        List<EffectivePoint> filled = points.stream().map(filling::in).toList();
        List<TermsPoint> words = filled.stream().map(EffectivePoint::point).toList();
        TermsVersion version = new TermsVersion(
                base.version(), parts.unit().map(PublishedVersion::number).orElse(0L), CanonicalTerms.sha256(words));
        EffectiveTerms terms =
                new EffectiveTerms(key.unit(), key.type(), parts.name(), version, parts.locked(), filled);
        IntendedFindings intended = new IntendedFindings(parts.intended(), filling::in);
        return new Merged(parts, Optional.of(terms), TermsCheck.errors(words, parts.handlingDays(), intended));
    }

    /** Compared by identity: versions are cached, so equal inputs are nearly always the same object. */
    public record Parts(
            Optional<PublishedVersion> region,
            Optional<PublishedVersion> unit,
            String unitName,
            OptionalInt handlingDays,
            String name,
            boolean locked,
            List<IntendedFinding> intended) {}

    private record Key(HsaId unit, CaseTypeKey type) {}

    /**
     * Terms in force.
     *
     * @param terms empty if there are none
     * @param errors what keeps them from being shown
     */
    public record Merged(Parts parts, Optional<EffectiveTerms> terms, List<TermsFinding> errors) {

        public boolean unitsOwn() {
            return parts.unit().isPresent();
        }
    }
}

package org.careunit.casetypes.internal.offers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.casetypes.Offer.Offered;
import org.careunit.api.casetypes.ResidentLimits;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.TermsState;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.choices.ActivationBlockers;
import org.careunit.casetypes.internal.choices.CaseTypeCache;
import org.careunit.casetypes.internal.choices.ResolvedType;
import org.careunit.casetypes.internal.choices.TypesAtUnit;
import org.careunit.casetypes.internal.choices.UnitTypes;
import org.careunit.storage.cache.DerivedCache;
import org.careunit.storage.cache.DerivedCache.Inputs;
import org.careunit.storage.cache.DerivedCache.Source;

/**
 * Cache of the input of a unit's offers that is the same for all residents; invalidated when types, settings or terms
 * change.
 */
public final class OfferInputs {

    private static final int MOST = 50_000;

    private final Actor asking;
    private final CaseTypeCache memory;
    private final UnitSettings settings;
    private final ActivationBlockers obstacles;
    private final DerivedCache<HsaId, UnitInputs, UnitInputs> cache;

    /** @param asking as whom settings and terms are asked */
    public OfferInputs(
            Actor asking, CaseTypesContext context, UnitSettings settings, ActivationBlockers obstacles, Clock clock) {
        this.asking = asking;
        this.memory = context.memory();
        this.settings = settings;
        this.obstacles = obstacles;
        cache = context.caches().derived(Source.of(unit -> unit, this::computed), clock, MOST);
    }

    /**
     * The input of a unit's offers now.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such unit
     */
    public UnitInputs of(HsaId unit) {
        return cache.get(unit);
    }

    /** Invalidates all inputs. */
    public void clear() {
        cache.clear();
    }

    private Inputs<UnitInputs> computed(HsaId unit) {
        TypesAtUnit types = memory.at(unit);
        Terms terms = terms(unit, types);
        Sections sections = new Sections(
                section(unit, Pauses.class),
                section(unit, SendingHours.class),
                section(unit, DailyCaps.class),
                section(unit, ListingRequests.class).on());
        UnitInputs ground = new UnitInputs(
                types.stored(),
                types.active().stream().map(ResolvedType::open).toList(),
                particular(types.active(), terms.unfit(), sections),
                sections);
        return new Inputs<>(ground, terms.until());
    }

    private <S extends Section> S section(HsaId unit, Class<S> section) {
        return settings.read(asking, unit, section).content();
    }

    /**
     * If the state of the terms cannot be read now, no type is closed because of it; it is read again the next time.
     */
    private Terms terms(HsaId unit, TypesAtUnit types) {
        Set<CaseTypeKey> unfit = new HashSet<>();
        Instant until = Instant.MAX;
        for (ResolvedType known : types.active()) {
            CaseTypeKey type = known.type().key();
            Optional<TermsState> state = obstacles.terms(asking, unit, type);
            Instant next = state.map(one -> one.until().orElse(Instant.MAX)).orElse(Instant.MIN);
            until = next.isBefore(until) ? next : until;
            if (state.isPresent() && !ActivationBlockers.areFit(state.get())) {
                unfit.add(type);
            }
        }
        return new Terms(unfit, until);
    }

    private static List<RestrictedType> particular(
            List<ResolvedType> active, Set<CaseTypeKey> unfit, Sections sections) {
        List<RestrictedType> particular = new ArrayList<>();
        for (int place = 0; place < active.size(); place++) {
            ResolvedType known = active.get(place);
            CaseTypeKey type = known.type().key();
            ResidentLimits limits = known.type().effective().limits().orElse(ResidentLimits.NONE);
            boolean ready = known.complete() && !unfit.contains(type);
            if (!ready || !limits.equals(ResidentLimits.NONE) || sections.name(type)) {
                particular.add(new RestrictedType(place, limits, ready));
            }
        }
        return List.copyOf(particular);
    }

    /**
     * The inputs of the offer.
     *
     * @param open the active types, as they are offered to whom nothing closes them
     * @param particular those of them of which something is said that is not said of all
     */
    public record UnitInputs(UnitTypes types, List<Offered> open, List<RestrictedType> particular, Sections sections) {}

    /**
     * A type that is not as the others.
     *
     * @param place among the active
     * @param ready whether the unit has filled in what it needs
     */
    public record RestrictedType(int place, ResidentLimits limits, boolean ready) {}

    /** The unit's settings about when it accepts cases. */
    public record Sections(Pauses pauses, SendingHours hours, DailyCaps caps, boolean listingRequests) {

        private boolean name(CaseTypeKey type) {
            return hours.caseTypes().containsKey(type)
                    || caps.caseTypes().containsKey(type)
                    || pauses.pauses().stream()
                            .anyMatch(pause ->
                                    pause.caseType().filter(type::equals).isPresent());
        }
    }

    private record Terms(Set<CaseTypeKey> unfit, Instant until) {}
}

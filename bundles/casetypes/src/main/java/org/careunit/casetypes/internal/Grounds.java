package org.careunit.casetypes.internal;

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
import org.careunit.storage.cache.Derived;
import org.careunit.storage.cache.Derived.Made;

/** What every offer of a unit stands on, whoever asks: put together of what the memories of types, settings and terms answer. */
final class Grounds {

    private static final int MOST = 50_000;

    private final Actor asking;
    private final Memory memory;
    private final UnitSettings settings;
    private final Obstacles obstacles;
    private final Derived<HsaId, Ground> derived;

    /** @param asking as whom settings and terms are asked */
    Grounds(Actor asking, KeptTypes kept, UnitSettings settings, Obstacles obstacles, Clock clock) {
        this.asking = asking;
        this.memory = kept.memory();
        this.settings = settings;
        this.obstacles = obstacles;
        derived = new Derived<>(
                kept.writing().transactions(), kept.writing().changes(), clock, unit -> unit, this::made, MOST);
    }

    /**
     * What a unit's offers stand on now.
     *
     * @throws org.careunit.api.failure.RefusedException if there is no such unit
     */
    Ground of(HsaId unit) {
        return derived.get(unit);
    }

    /** Has all be put together again. */
    void clear() {
        derived.clear();
    }

    private Made<Ground> made(HsaId unit) {
        TypesAtUnit types = memory.at(unit);
        Terms terms = terms(unit, types);
        Sections sections = new Sections(
                section(unit, Pauses.class),
                section(unit, SendingHours.class),
                section(unit, DailyCaps.class),
                section(unit, ListingRequests.class).on());
        Ground ground = new Ground(
                types.said(),
                types.active().stream().map(Known::open).toList(),
                particular(types.active(), terms.unfit(), sections),
                sections);
        return new Made<>(ground, terms.until());
    }

    private <S extends Section> S section(HsaId unit, Class<S> section) {
        return settings.read(asking, unit, section).section();
    }

    /** Terms that cannot be asked about now close nothing, and are asked about the next time. */
    private Terms terms(HsaId unit, TypesAtUnit types) {
        Set<CaseTypeKey> unfit = new HashSet<>();
        Instant until = Instant.MAX;
        for (Known known : types.active()) {
            CaseTypeKey type = known.type().key();
            Optional<TermsState> state = obstacles.terms(asking, unit, type);
            Instant next = state.map(one -> one.until().orElse(Instant.MAX)).orElse(Instant.MIN);
            until = next.isBefore(until) ? next : until;
            if (state.isPresent() && !Obstacles.areFit(state.get())) {
                unfit.add(type);
            }
        }
        return new Terms(unfit, until);
    }

    private static List<Particular> particular(List<Known> active, Set<CaseTypeKey> unfit, Sections sections) {
        List<Particular> particular = new ArrayList<>();
        for (int place = 0; place < active.size(); place++) {
            Known known = active.get(place);
            CaseTypeKey type = known.type().key();
            ResidentLimits limits = known.type().effective().limits().orElse(ResidentLimits.NONE);
            boolean ready = known.complete() && !unfit.contains(type);
            if (!ready || !limits.equals(ResidentLimits.NONE) || sections.name(type.value())) {
                particular.add(new Particular(place, limits, ready));
            }
        }
        return List.copyOf(particular);
    }

    /**
     * What it was put together of.
     *
     * @param open the active types, as they are offered to whom nothing closes them
     * @param particular those of them of which something is said that is not said of all
     */
    record Ground(UnitTypes types, List<Offered> open, List<Particular> particular, Sections sections) {}

    /**
     * A type that is not as the others.
     *
     * @param place among the active
     * @param ready whether the unit has filled in what it needs
     */
    record Particular(int place, ResidentLimits limits, boolean ready) {}

    /** What the unit has decided about when it takes cases. */
    record Sections(Pauses pauses, SendingHours hours, DailyCaps caps, boolean listingRequests) {

        private boolean name(String type) {
            return hours.caseTypes().containsKey(type)
                    || caps.caseTypes().containsKey(type)
                    || pauses.pauses().stream()
                            .anyMatch(pause ->
                                    pause.caseType().filter(type::equals).isPresent());
        }
    }

    private record Terms(Set<CaseTypeKey> unfit, Instant until) {}
}

package org.careunit.casetypes.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offer.Offered;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.casetypes.ResidentLimits;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Versioned;
import org.careunit.storage.Cases;
import org.careunit.storage.Pseudonyms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers from memory; only at units with caps the store counts what was received, so that all nodes count alike. */
@Component
public final class SituatedOffers implements Offers {

    private static final Actor OURSELVES = new Actor.Internal("casetypes");

    private final AccessControl access;
    private final Memory memory;
    private final UnitFinder finder;
    private final UnitSettings settings;
    private final Cases cases;
    private final Pseudonyms pseudonyms;

    @Activate
    public SituatedOffers(
            @Reference AccessControl access,
            @Reference KeptTypes kept,
            @Reference UnitFinder finder,
            @Reference UnitSettings settings,
            @Reference Cases cases,
            @Reference Pseudonyms pseudonyms) {
        this.access = access;
        this.memory = kept.memory();
        this.finder = finder;
        this.settings = settings;
        this.cases = cases;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public Offer offer(Actor actor, HsaId unit, Resident resident, Instant at) {
        requireServing(actor, unit, resident);
        UnitTypes types = memory.unit(unit);
        Situation situation = situation(types, resident, at);
        List<Offered> offered = memory.types(types).stream()
                .filter(type -> type.own().active())
                .map(type -> offered(type, situation))
                .toList();
        return new Offer(unit, offered, listingRequest(unit, situation));
    }

    private void requireServing(Actor actor, HsaId unit, Resident resident) {
        if (!access.isPermitted(actor, Operation.SERVE_RESIDENTS, new Target.Platform())) {
            access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        }
        if (actor instanceof Actor.Resident self && !resident.pseudonym().equals(Optional.of(self.pseudonym()))) {
            throw new NotPermittedException("A resident asks for themselves alone; the host may ask for anybody");
        }
    }

    private static Offered offered(TypeAtUnit type, Situation situation) {
        CaseTypeKey key = type.central().key();
        ResidentLimits limits = type.effective().limits().orElse(ResidentLimits.NONE);
        return new Offered(key, type.central().name(), type.effective(), Closing.of(key, limits, situation));
    }

    private Situation situation(UnitTypes types, Resident resident, Instant at) {
        HsaId unit = types.unit().id();
        DailyCaps caps = read(unit, DailyCaps.class).section();
        return new Situation(
                types.unit().state(),
                finder.explain(OURSELVES, unit, resident, at),
                Situation.person(resident.birthDate(), resident.sex(), at),
                namedFor(types, resident),
                new Situation.Day(
                        at,
                        read(unit, Pauses.class).section(),
                        read(unit, SendingHours.class).section(),
                        caps),
                caps.equals(DailyCaps.NONE) ? Map.of() : received(unit, at));
    }

    private <S extends Section> Versioned<S> read(HsaId unit, Class<S> section) {
        return settings.read(OURSELVES, unit, section);
    }

    /** Of the day in Europe/Stockholm, which has 23 or 25 hours twice a year. */
    private Map<String, Long> received(HsaId unit, Instant at) {
        LocalDate day = at.atZone(HoursSpan.ZONE).toLocalDate();
        return cases.received(
                unit,
                day.atStartOfDay(HoursSpan.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(HoursSpan.ZONE).toInstant());
    }

    private Set<CaseTypeKey> namedFor(UnitTypes types, Resident resident) {
        if (types.named().isEmpty() || resident.pseudonym().isEmpty()) {
            return Set.of();
        }
        List<String> keys =
                pseudonyms.all(Pseudonyms.Purpose.RESIDENT, resident.pseudonym().get());
        Set<CaseTypeKey> namedFor = new HashSet<>();
        types.named().forEach((type, residents) -> {
            if (keys.stream().anyMatch(residents::contains)) {
                namedFor.add(type);
            }
        });
        return namedFor;
    }

    private Optional<List<Closed>> listingRequest(HsaId unit, Situation situation) {
        if (!takesListingRequests(unit)) {
            return Optional.empty();
        }
        List<Closed> closed = new ArrayList<>(Closing.ofUnit(situation));
        // no case type has an empty key, so that this asks for a pause of the whole unit
        Closing.pause("", situation).ifPresent(closed::add);
        return Optional.of(List.copyOf(closed));
    }

    /** A unit that saved the section is a child health centre; one that has its region's default may be none. */
    private boolean takesListingRequests(HsaId unit) {
        Versioned<ListingRequests> said = read(unit, ListingRequests.class);
        return said.section().on()
                && (said.version() > 0
                        || settings.sections(OURSELVES, unit).stream()
                                .anyMatch(state -> state.type() == ListingRequests.class && state.shown()));
    }
}

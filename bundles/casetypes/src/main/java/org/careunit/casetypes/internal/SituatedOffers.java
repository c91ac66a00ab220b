package org.careunit.casetypes.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.access.AccessControl;
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
import org.careunit.api.terms.TermsStates;
import org.careunit.api.units.CareUnit;
import org.careunit.operations.Figures;
import org.careunit.storage.Cases;
import org.careunit.storage.Pseudonyms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Offers from memory; only at units with caps the store counts what was received, so that all nodes count alike. */
@Component(service = {Offers.class, Figures.class})
public final class SituatedOffers implements Offers, Figures {

    private static final Actor OURSELVES = new Actor.Internal("casetypes");

    private final AccessControl access;
    private final Memory memory;
    private final UnitFinder finder;
    private final UnitSettings settings;
    private final Cases cases;
    private final Pseudonyms pseudonyms;
    private final Obstacles obstacles = new Obstacles();
    private final LongAdder made = new LongAdder();
    private final LongAdder empty = new LongAdder();
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "careunit-offers");
        thread.setDaemon(true);
        return thread;
    });
    private final ListingUnits listing = new ListingUnits(this::hasListingRequests, background, System::nanoTime);

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

    @Deactivate
    void stop() {
        background.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setTerms(TermsStates present) {
        obstacles.come(present);
    }

    public void unsetTerms(TermsStates gone) {
        obstacles.go(gone);
    }

    @Override
    public Offer offer(Actor actor, HsaId unit, Resident resident, Instant at) {
        requireServing(actor, unit, resident);
        TypesAtUnit types = memory.at(unit);
        Situation situation = situation(types.said(), resident, at);
        List<Offered> offered = types.active().stream()
                .map(known -> offered(unit, known, situation))
                .toList();
        Offer offer = new Offer(unit, offered, listingRequest(unit, situation));
        count(offer);
        return offer;
    }

    private void count(Offer offer) {
        made.increment();
        if (offer.types().stream().noneMatch(Offered::isOpen)) {
            empty.increment();
        }
    }

    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("casetypes.offers", "offers", made.sum()),
                new Figure("casetypes.offers.closed", "offers", empty.sum()));
    }

    /** A resident serves themselves alone. */
    private void requireServing(Actor actor, HsaId unit, Resident resident) {
        boolean forAnother =
                actor instanceof Actor.Resident self && !resident.pseudonym().equals(Optional.of(self.pseudonym()));
        if (forAnother || !access.isPermitted(actor, Operation.SERVE_RESIDENTS, new Target.Platform())) {
            access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        }
    }

    private Offered offered(HsaId unit, Known known, Situation situation) {
        TypeAtUnit type = known.type();
        ResidentLimits limits = type.effective().limits().orElse(ResidentLimits.NONE);
        boolean ready = known.complete() && obstacles.areFit(OURSELVES, unit, type.key());
        return new Offered(type.key(), type.name(), type.effective(), Closing.of(type.key(), limits, ready, situation));
    }

    private Situation situation(UnitTypes types, Resident resident, Instant at) {
        HsaId unit = types.unit().id();
        DailyCaps caps = read(unit, DailyCaps.class).section();
        return new Situation(
                types.unit().state(),
                hidden(types.unit(), resident, at),
                Situation.person(resident.birthDate(), resident.sex(), at),
                namedFor(types, resident),
                new Situation.Day(
                        at,
                        read(unit, Pauses.class).section(),
                        read(unit, SendingHours.class).section(),
                        caps),
                caps.equals(DailyCaps.NONE) ? Map.of() : received(unit, at));
    }

    /** Why the unit is not exposed; a unit that is not open is exposed to nobody, which goes without saying. */
    private List<String> hidden(CareUnit unit, Resident resident, Instant at) {
        return unit.state() != CareUnit.State.OPEN || finder.exposes(OURSELVES, unit.id(), resident, at)
                ? List.of()
                : finder.explain(OURSELVES, unit.id(), resident, at).reasons();
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
        if (!read(unit, ListingRequests.class).section().on() || !listing.contains(unit)) {
            return Optional.empty();
        }
        List<Closed> closed = new ArrayList<>(Closing.ofUnit(situation));
        // no case type has an empty key, so that this asks for a pause of the whole unit
        Closing.pause("", situation).ifPresent(closed::add);
        return Optional.of(List.copyOf(closed));
    }

    /** By EK, or while it cannot be asked, by what the unit has saved. */
    private boolean hasListingRequests(HsaId unit) {
        return settings.sections(OURSELVES, unit).stream()
                .anyMatch(state -> state.type() == ListingRequests.class && state.shown());
    }
}

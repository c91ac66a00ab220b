package org.careunit.casetypes.internal.offers;

import java.time.Clock;
import java.time.Duration;
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
import org.careunit.api.failure.Problems;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.TermsStates;
import org.careunit.api.time.SwedishTime;
import org.careunit.api.units.CareUnit;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.choices.ActivationBlockers;
import org.careunit.casetypes.internal.choices.UnitTypes;
import org.careunit.casetypes.internal.offers.OfferInputs.RestrictedType;
import org.careunit.casetypes.internal.offers.OfferInputs.Sections;
import org.careunit.casetypes.internal.offers.OfferInputs.UnitInputs;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.Metrics;
import org.careunit.storage.Cases;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Scope;
import org.careunit.storage.SystemActor;
import org.careunit.storage.cache.Cache;
import org.careunit.storage.cache.CacheLimits;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Computes offers from cached data. Only for units with daily caps are received cases counted in the store, so that all
 * nodes use the same number.
 */
@Component(service = {Offers.class, Metrics.class})
public final class OfferService implements Offers, Metrics {

    private static final Actor OURSELVES = new SystemActor("casetypes");

    private static final String LISTING = "listing-requests";
    private static final int MOST_LISTING = 100_000;
    private static final Duration LISTING_AGE = Duration.ofMinutes(10);

    private final AccessControl access;
    private final UnitFinder finder;
    private final UnitSettings settings;
    private final OfferInputs grounds;
    private final Cases cases;
    private final Pseudonyms pseudonyms;
    private final ActivationBlockers blockers = new ActivationBlockers();
    private final LongAdder made = new LongAdder();
    private final LongAdder empty = new LongAdder();
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(DaemonThreads.named("careunit-offers"));
    /** Which units take listing requests at all, which EK knows. */
    private final Cache<HsaId, Boolean> listing;

    @Activate
    public OfferService(
            @Reference AccessControl access,
            @Reference CaseTypesContext context,
            @Reference UnitFinder finder,
            @Reference UnitSettings settings,
            @Reference Cases cases,
            @Reference Pseudonyms pseudonyms,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.access = access;
        this.finder = finder;
        this.settings = settings;
        this.grounds = new OfferInputs(OURSELVES, context, settings, blockers, clock);
        this.cases = cases;
        this.pseudonyms = pseudonyms;
        listing = context.caches()
                .loading(
                        unit -> Optional.of(hasListingRequests(unit)),
                        OfferService::changedUnit,
                        CacheLimits.entries(MOST_LISTING).maxAge(LISTING_AGE).refreshedBy(background));
    }

    private static Optional<HsaId> changedUnit(Change change) {
        return change.scope().level() == Scope.Level.UNIT && change.key().equals(LISTING)
                ? Optional.of(new HsaId(change.scope().id()))
                : Optional.empty();
    }

    @Deactivate
    public void stop() {
        background.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setTerms(TermsStates present) {
        blockers.setTerms(present);
        grounds.clear();
    }

    public void unsetTerms(TermsStates gone) {
        blockers.unsetTerms(gone);
        grounds.clear();
    }

    @Override
    public Offer offer(Actor actor, HsaId unit, Resident resident, Instant at) {
        requireServing(actor, unit, resident);
        UnitInputs ground = grounds.of(unit);
        OfferContext situation = situation(ground, resident, SwedishTime.within("at", at));
        boolean listed =
                ground.sections().listingRequests() && listing.get(unit).orElse(false);
        Offer offer = new Offer(
                unit,
                offered(ground, situation),
                listed ? Optional.of(ClosedReasons.ofListingRequest(situation)) : Optional.empty());
        count(offer);
        return offer;
    }

    /** Asks the rule also where there is no unit to ask it about. */
    @Override
    public Map<HsaId, Offer> offers(Actor actor, List<HsaId> units, Resident resident, Instant at) {
        Problems.noneNull("units", units);
        boolean isKnown = !units.isEmpty()
                || actor instanceof Actor.Staff
                || access.isPermitted(actor, Operation.READ_UNIT, new Target.Platform());
        if (!isKnown) {
            access.require(actor, Operation.SERVE_RESIDENTS, new Target.Platform());
        }
        return Offers.super.offers(actor, units, resident, at);
    }

    /** What is said of all types is looked at once, and then those of which something else is said. */
    private static List<Offered> offered(UnitInputs ground, OfferContext situation) {
        List<Closed> ofAny = ClosedReasons.ofAny(situation);
        List<Offered> offered = new ArrayList<>(ground.open());
        if (!ofAny.isEmpty()) {
            offered.replaceAll(open -> closed(open, ofAny));
        }
        for (RestrictedType one : ground.particular()) {
            Offered open = ground.open().get(one.place());
            offered.set(one.place(), closed(open, ClosedReasons.of(open.key(), one.limits(), one.ready(), situation)));
        }
        return offered;
    }

    private static Offered closed(Offered open, List<Closed> reasons) {
        return reasons.isEmpty() ? open : new Offered(open.key(), open.name(), open.settings(), reasons);
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

    private OfferContext situation(UnitInputs ground, Resident resident, Instant at) {
        UnitTypes types = ground.types();
        CareUnit unit = types.unit();
        Sections sections = ground.sections();
        return new OfferContext(
                ClosedReasons.ofUnit(unit.state(), hidden(unit, resident, at)),
                OfferContext.person(resident.birthDate(), resident.sex(), at),
                namedFor(types, resident),
                new OfferContext.Day(at, sections.pauses(), sections.hours(), sections.caps()),
                sections.caps().equals(DailyCaps.NONE) ? Map.of() : received(unit.id(), at));
    }

    /** Why the unit is not exposed; a unit that is not open is exposed to nobody, which goes without saying. */
    private List<String> hidden(CareUnit unit, Resident resident, Instant at) {
        return unit.state() != CareUnit.State.OPEN || finder.exposes(OURSELVES, unit.id(), resident, at)
                ? List.of()
                : List.of(finder.explain(OURSELVES, unit.id(), resident, at)
                        .toResident()
                        .swedish());
    }

    /** Of the day in Europe/Stockholm, which has 23 or 25 hours twice a year. */
    private Map<CaseTypeKey, Long> received(HsaId unit, Instant at) {
        LocalDate day = at.atZone(SwedishTime.ZONE).toLocalDate();
        return cases.received(
                unit,
                day.atStartOfDay(SwedishTime.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(SwedishTime.ZONE).toInstant());
    }

    private Set<CaseTypeKey> namedFor(UnitTypes types, Resident resident) {
        if (types.named().isEmpty() || resident.pseudonym().isEmpty()) {
            return Set.of();
        }
        List<ResidentHash> hashes = pseudonyms.ofResident(resident.pseudonym().get());
        Set<CaseTypeKey> namedFor = new HashSet<>();
        types.named().forEach((type, residents) -> {
            if (hashes.stream().anyMatch(residents::contains)) {
                namedFor.add(type);
            }
        });
        return namedFor;
    }

    /** By EK, or while it cannot be asked, by what the unit has saved. */
    private boolean hasListingRequests(HsaId unit) {
        return settings.sections(OURSELVES, unit).stream()
                .anyMatch(state -> state.type() == ListingRequests.class && state.shown());
    }
}

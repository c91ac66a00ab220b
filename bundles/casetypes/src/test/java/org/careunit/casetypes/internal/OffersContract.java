package org.careunit.casetypes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offer.Reason;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.finding.Exposure;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.ListingRequests;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsStates;
import org.careunit.api.units.CareUnit;
import org.careunit.casetypes.internal.catalogue.StoredCatalogue;
import org.careunit.casetypes.internal.choices.StoredChoices;
import org.careunit.casetypes.internal.choices.StoredNamings;
import org.careunit.casetypes.internal.offers.OfferService;
import org.careunit.operations.Metrics;
import org.careunit.storage.Scope;
import org.careunit.storage.StoredCase;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.json.RecordJson;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What offers promise, on every database. */
abstract class OffersContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final Actor ANNA = new Actor.Operator("anna");
    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    private static final TermsState WRONG =
            new TermsState(TermsState.Stage.UNIT, false, List.of(problem("Punkt 2: ersätt X.")));
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    private final Map<Class<?>, Versioned<?>> said = new HashMap<>();
    private TestStore store;
    private CaseTypesContext context;
    private StoredChoices choices;
    private OfferService offers;
    private boolean exposed = true;
    private boolean childHealthCentre;
    private int asked;
    private InstantSource now = InstantSource.fixed(NOON);

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, STOCKHOLM, "Mottagning Å", CareUnit.State.OPEN));
        context = new CaseTypesContext(
                store.transactions(),
                store.units(),
                store.documents(),
                store.namings(),
                store.audit(),
                store.changes());
        choices = new StoredChoices(FakeAccess.operators(), context);
        choices.setTerms((actor, unit, type) -> new TermsState(TermsState.Stage.UNIT, false, List.of()));
        save("{\"handlingDays\":5}", 0);
        choices.activate(ANNA, UNIT, BOOK);
        List.of(DailyCaps.NONE, Pauses.NONE, SendingHours.ANY_TIME, ListingRequests.OFF)
                .forEach(section -> say(section, 0));
        offers = offers(context);
    }

    private OfferService offers(CaseTypesContext types) {
        return new OfferService(
                FakeAccess.operators(),
                types,
                finder(),
                settings(),
                store.cases(),
                store.pseudonyms(),
                now.withZone(ZoneOffset.UTC));
    }

    private UnitFinder finder() {
        return answering(
                UnitFinder.class,
                (method, arguments) -> method.equals("exposes")
                        ? exposed
                        : new Exposure(
                                UNIT,
                                exposed,
                                List.of(problem("Regel 1 passar inte.")),
                                problem("Du bor utanför. Du är inte godkänd.")));
    }

    private UnitSettings settings() {
        return answering(UnitSettings.class, (method, arguments) -> {
            if (method.equals("read")) {
                return said.get(arguments[2]);
            }
            asked++;
            return List.of(new SectionState(
                    "listing-requests", ListingRequests.class, "Listning", childHealthCentre, "", false, 0));
        });
    }

    static <T> T answering(Class<T> contract, BiFunction<String, Object[], Object> answer) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(),
                new Class<?>[] {contract},
                (proxy, method, arguments) -> answer.apply(method.getName(), arguments)));
    }

    final void say(Section section, long version) {
        said.put(section.getClass(), new Versioned<>(section, version));
        ChangeBroadcast.Change change = new ChangeBroadcast.Change(Scope.unit(UNIT), "settings", "any");
        store.transactions().run(() -> store.changes().announce(change));
    }

    private void save(String settings, long seen) {
        choices.save(ANNA, UNIT, BOOK, new RecordJson().parse(TypeSettings.class, settings), seen);
    }

    @AfterEach
    void closeStore() {
        offers.stop();
        context.close();
        store.close();
    }

    @Test
    void activeTypesAloneAreOffered() {
        Offer offer = offer(NOON);
        assertThat(offer.types()).singleElement().satisfies(type -> {
            assertThat(type.key()).isEqualTo(BOOK);
            assertThat(type.isOpen()).isTrue();
        });
        assertThat(offer.listingRequest()).isEmpty();
        choices.deactivate(ANNA, UNIT, BOOK);
        assertThat(offer(NOON).types()).isEmpty();
    }

    @Test
    void severalUnitsAreAskedAtOnce() {
        assertThat(offers.offers(ANNA, List.of(UNIT, UNIT), resident(), NOON))
                .containsExactly(entry(UNIT, offers.offer(ANNA, UNIT, resident(), NOON)));
        assertThat(offers.offers(ANNA, List.of(), resident(), NOON)).isEmpty();
        List<HsaId> unknown = List.of(UNIT, HsaId.of("SE1111111111-NONE"));
        assertThatThrownBy(() -> offers.offers(ANNA, unknown, resident(), NOON)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aCapClosesTheTypeUntilMidnightInSweden() {
        say(new DailyCaps(OptionalInt.empty(), Map.of(new CaseTypeKey("boka-tid"), 2)), 1);
        receive("1", Instant.parse("2026-11-23T22:59:59Z"));
        receive("2", Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(reasons(NOON)).isEmpty();
        receive("3", Instant.parse("2026-11-24T22:59:59Z"));
        assertThat(reasons(NOON)).containsExactly(Reason.CAP_REACHED);
        assertThat(reasons(Instant.parse("2026-11-24T22:59:59Z"))).containsExactly(Reason.CAP_REACHED);
        assertThat(reasons(Instant.parse("2026-11-24T23:00:00Z"))).isEmpty();
    }

    @Test
    void aUnitsCapCountsAllTypesOnTheDayTheClocksGoBack() {
        say(new DailyCaps(OptionalInt.of(1), Map.of()), 1);
        receive("1", Instant.parse("2026-10-24T22:00:00Z"));
        assertThat(reasons(Instant.parse("2026-10-24T21:59:59Z"))).isEmpty();
        assertThat(reasons(Instant.parse("2026-10-25T22:59:59Z"))).containsExactly(Reason.CAP_REACHED);
        assertThat(reasons(Instant.parse("2026-10-25T23:00:00Z"))).isEmpty();
    }

    @Test
    void onlyWhoIsNamedMaySendWhatIsForNamedResidents() {
        save("{\"handlingDays\":5,\"limits\":{\"namedOnly\":true}}", 2);
        assertThat(reasons(NOON)).containsExactly(Reason.NOT_NAMED);
        new StoredNamings(FakeAccess.operators(), context, store.pseudonyms(), store.clock())
                .name(ANNA, UNIT, BOOK, new ResidentPseudonym("r-1"));
        assertThat(reasons(NOON)).isEmpty();
    }

    @Test
    void listingRequestsAreOfferedAtChildHealthCentresAlone() {
        say(new ListingRequests(true), 1);
        assertThat(offer(NOON).listingRequest())
                .as("saved, but EK says it is none")
                .isEmpty();
        assertThat(offer(NOON).listingRequest()).isEmpty();
        assertThat(asked).as("EK is asked once").isEqualTo(1);
        childHealthCentre = true;
        offers.stop();
        offers = offers(context);
        say(new ListingRequests(true), 0);
        assertThat(offer(NOON).listingRequest()).as("its region's default").contains(List.of());
        say(new ListingRequests(false), 1);
        assertThat(offer(NOON).listingRequest()).isEmpty();
    }

    @Test
    void aPauseOfAllTheAreaAndTheClosingOfTheUnitCloseTheListingRequestToo() {
        childHealthCentre = true;
        say(new ListingRequests(true), 1);
        exposed = false;
        assertThat(offer(NOON).listingRequest())
                .contains(List.of(new Closed(Reason.CATCHMENT, "Du bor utanför. Du är inte godkänd.")));
        Pauses.Pause pause = new Pauses.Pause(Optional.empty(), "Stängt.", "Flytt", NOON, Optional.empty());
        say(new Pauses(List.of(pause)), 1);
        exposed = true;
        assertThat(offer(NOON).listingRequest()).contains(List.of(new Closed(Reason.PAUSED, "Stängt.")));
        assertThat(reasons(NOON)).containsExactly(Reason.PAUSED);
        become(CareUnit.State.CLOSING);
        assertThat(offer(NOON).listingRequest().orElseThrow())
                .extracting(Closed::reason)
                .containsExactly(Reason.UNIT_CLOSING, Reason.PAUSED);
    }

    /** While a unit closes, nobody is told whether it was exposed to them. */
    @Test
    void allThatClosesATypeIsToldTheUnitFirst() {
        exposed = false;
        save("{\"handlingDays\":5,\"limits\":{\"fromAge\":50,\"sex\":\"MALE\",\"namedOnly\":false}}", 2);
        assertThat(reasons(NOON)).containsExactly(Reason.CATCHMENT, Reason.AGE, Reason.SEX);
        become(CareUnit.State.CLOSING);
        assertThat(reasons(NOON)).containsExactly(Reason.UNIT_CLOSING, Reason.AGE, Reason.SEX);
    }

    private void become(CareUnit.State state) {
        store.transactions().run(() -> store.units().update(new CareUnit(UNIT, STOCKHOLM, "Mottagning Å", state), 1));
    }

    @Test
    void whatIsActiveIsNotOfferedWhileItsTermsHoldAnErrorOrItsSettingsLackSomething() {
        offers.setTerms((actor, unit, type) -> WRONG);
        assertThat(reasons(NOON)).containsExactly(Reason.NOT_READY);
        offers.setTerms((actor, unit, type) -> new TermsState(TermsState.Stage.NONE, false, List.of()));
        assertThat(reasons(NOON)).containsExactly(Reason.NOT_READY);
        offers.setTerms((actor, unit, type) -> new TermsState(TermsState.Stage.LOCKED, false, List.of()));
        assertThat(reasons(NOON)).isEmpty();
        TermsStates states = (actor, unit, type) -> WRONG;
        offers.setTerms(states);
        assertThat(reasons(NOON)).containsExactly(Reason.NOT_READY);
        offers.unsetTerms(states);
        assertThat(reasons(NOON)).as("who cannot tell closes nothing").isEmpty();

        CentralType bare = new CentralType(BOOK, "Boka tid", true, TypeSettings.NONE, List.of(), Set.of());
        new StoredCatalogue(FakeAccess.operators(), context).save(ANNA, STOCKHOLM, bare, 0);
        assertThat(reasons(NOON)).as("its region took the description away").containsExactly(Reason.NOT_READY);
    }

    @Test
    void termsThatAreScheduledCountFromTheirTimeOn() {
        AtomicReference<Instant> clock = new AtomicReference<>(NOON);
        now = clock::get;
        offers.stop();
        offers = offers(context);
        Instant later = NOON.plusMillis(1);
        offers.setTerms((actor, unit, type) -> clock.get().isBefore(later)
                ? new TermsState(TermsState.Stage.UNIT, false, WRONG.errors(), Optional.of(later))
                : new TermsState(TermsState.Stage.UNIT, false, List.of()));
        assertThat(reasons(NOON)).containsExactly(Reason.NOT_READY);
        clock.set(later);
        assertThat(reasons(NOON)).isEmpty();
    }

    @Test
    void termsThatCouldNotBeCheckedAreCheckedTheNextTime() {
        AtomicBoolean isDown = new AtomicBoolean(true);
        offers.setTerms((actor, unit, type) -> {
            if (isDown.get()) {
                throw new UnavailableException("on purpose");
            }
            return WRONG;
        });
        assertThat(reasons(NOON)).isEmpty();
        isDown.set(false);
        assertThat(reasons(NOON)).containsExactly(Reason.NOT_READY);
    }

    @Test
    void whatIsAnsweredInATransactionIsNotRemembered() {
        say(new DailyCaps(OptionalInt.of(1), Map.of()), 1);
        receive("1", NOON);
        store.transactions().run(() -> {
            said.put(DailyCaps.class, new Versioned<>(DailyCaps.NONE, 2));
            assertThat(reasons(NOON)).isEmpty();
            said.put(DailyCaps.class, new Versioned<>(new DailyCaps(OptionalInt.of(1), Map.of()), 1));
        });
        assertThat(reasons(NOON)).containsExactly(Reason.CAP_REACHED);
    }

    @Test
    void offersAreCounted() {
        offer(NOON);
        exposed = false;
        offer(NOON);
        assertThat(offers.read()).extracting(Metrics.Figure::value).containsExactly(2.0, 1.0);
    }

    @Test
    void aResidentAsksForThemselvesAlone() {
        assertThatThrownBy(() -> offers.offer(new Actor.Resident("r-2"), UNIT, resident(), NOON))
                .isInstanceOf(NotPermittedException.class);
    }

    private Offer offer(Instant at) {
        return offers.offer(ANNA, UNIT, resident(), at);
    }

    final List<Reason> reasons(Instant at) {
        return offer(at).types().get(0).closed().stream().map(Closed::reason).toList();
    }

    private static Resident resident() {
        return new Resident(
                LocalDate.of(1990, 1, 1),
                Sex.FEMALE,
                STOCKHOLM,
                new MunicipalityCode("0184"),
                Optional.of(new ResidentPseudonym("r-1")));
    }

    private void receive(String id, Instant at) {
        receive(store, id, at);
    }

    static void receive(TestStore node, String id, Instant at) {
        StoredCase received = new StoredCase(
                new CaseRef(UNIT, id),
                StoredCase.Phase.OPEN,
                Optional.of(BOOK),
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        node.transactions().run(() -> node.cases().add(List.of(received)));
    }

    private static Problem problem(String swedish) {
        return new Problem("test.problem", "", Map.of(), swedish, "a problem");
    }
}

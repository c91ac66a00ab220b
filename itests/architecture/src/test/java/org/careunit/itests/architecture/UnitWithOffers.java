package org.careunit.itests.architecture;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.finding.Resident;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.time.SwedishTime;
import org.careunit.api.units.Units;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;

/** A unit with two active types, set up through the services, and a resident who reads its offer. */
final class UnitWithOffers {

    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");
    private static final CaseTypeKey CONTACT = new CaseTypeKey("kontakta-mig");
    private static final CountyCode STOCKHOLM = new CountyCode("01");
    private static final CountyCode UPPSALA = new CountyCode("03");
    private static final ResidentPseudonym PSEUDONYM = new ResidentPseudonym("r-1");
    private static final Set<String> OF_THE_REGION = Set.of("terms with a placeholder", "no description");

    private static final Map<String, Consumer<UnitWithOffers>> CIRCUMSTANCES = Map.ofEntries(
            Map.entry("nothing else", unit -> {}),
            Map.entry("lives elsewhere", unit -> unit.county = UPPSALA),
            Map.entry("without pseudonym", unit -> unit.pseudonym = Optional.empty()),
            Map.entry("not born yet", unit -> unit.born = unit.day().plusDays(1)),
            Map.entry("two days later", unit -> unit.at = unit.at.plus(Duration.ofDays(2))),
            Map.entry("no area", unit -> unit.save(CatchmentArea.NONE, 1)),
            Map.entry("approved", UnitWithOffers::approve),
            Map.entry("not opened", unit -> {}),
            Map.entry("closing", unit -> unit.of(Units.class).startClosing(OPERATOR, unit.id)),
            Map.entry("closed", unit -> unit.of(Units.class).close(OPERATOR, unit.id)),
            Map.entry("inactive", unit -> unit.of(CaseTypeChoices.class).deactivate(OPERATOR, unit.id, BOOK)),
            Map.entry("withdrawn", unit -> unit.of(CaseTypeCatalogue.class)
                    .withdraw(OPERATOR, unit.region, BOOK, unit.id)),
            Map.entry("terms with a placeholder", unit -> unit.publish(BOOK, "Ring XX-kliniken.")),
            Map.entry("no description", UnitWithOffers::takeDescriptionAway),
            Map.entry("from 40", unit -> unit.limit("\"fromAge\":40,\"namedOnly\":false")),
            Map.entry("from 41", unit -> unit.limit("\"fromAge\":41,\"namedOnly\":false")),
            Map.entry("to 39", unit -> unit.limit("\"toAge\":39,\"namedOnly\":false")),
            Map.entry("for men", unit -> unit.limit("\"sex\":\"MALE\",\"namedOnly\":false")),
            Map.entry("for the named", unit -> unit.limit("\"namedOnly\":true")),
            Map.entry("named", unit -> unit.of(NamedResidents.class).name(OPERATOR, unit.id, BOOK, PSEUDONYM)),
            Map.entry("paused", unit -> unit.pause(Optional.empty())),
            Map.entry("type paused", unit -> unit.pause(Optional.of(BOOK))),
            Map.entry("another day", unit -> unit.save(new SendingHours(unit.anotherDay(), Map.of()), 0)),
            Map.entry(
                    "type another day",
                    unit -> unit.save(new SendingHours(List.of(), Map.of(BOOK, unit.anotherDay())), 0)),
            Map.entry("one a day", unit -> unit.save(new DailyCaps(OptionalInt.of(1), Map.of()), 0)),
            Map.entry("type one a day", unit -> unit.save(new DailyCaps(OptionalInt.empty(), Map.of(BOOK, 1)), 0)),
            Map.entry("received", UnitWithOffers::receive));

    private final TestStore store;
    private final HsaId id;
    private final CountyCode region;
    private Map<Class<?>, Object> services;
    private CountyCode county = STOCKHOLM;
    private Optional<ResidentPseudonym> pseudonym = Optional.of(PSEUDONYM);
    private Instant at;
    private LocalDate born;

    UnitWithOffers(TestStore store, HsaId id, CountyCode region) {
        this.store = store;
        this.id = id;
        this.region = region;
        at = store.clock().instant();
        born = day().minusYears(40);
    }

    /** Whether the words are of what a region does, and so of all its units. */
    static boolean changeTheRegion(List<String> circumstances) {
        return circumstances.stream().anyMatch(OF_THE_REGION::contains);
    }

    /** What the resident is offered, by other services than those that it was decided through. */
    Offer offer(Services asked) {
        Resident resident =
                new Resident(born, Sex.FEMALE, county, new MunicipalityCode(county.value() + "80"), pseudonym);
        return ((Offers) asked.byContract().get(Offers.class)).offer(new Actor.Host("test"), id, resident, at);
    }

    /** Has everything decided, and then what else the words say, one after the other. */
    void prepare(Services by, List<String> circumstances) {
        services = by.byContract();
        Units units = of(Units.class);
        units.register(OPERATOR, id, region, "Mottagning A");
        save(new CatchmentArea(List.of(all(STOCKHOLM))), 0);
        activate(BOOK);
        activate(CONTACT);
        if (!circumstances.contains("not opened")) {
            units.open(OPERATOR, id);
        }
        circumstances.forEach(word -> change(by, word));
    }

    /** Has something else decided. */
    void change(Services by, String circumstance) {
        services = by.byContract();
        CIRCUMSTANCES.get(circumstance).accept(this);
    }

    private static CatchmentArea.Rule all(CountyCode county) {
        return new CatchmentArea.Rule(
                county, Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    private void activate(CaseTypeKey type) {
        if (of(RegionTerms.class).draft(OPERATOR, region, type).version() == 0) {
            publish(type, "Vi svarar inom 5 arbetsdagar.");
        }
        CaseTypeChoices choices = of(CaseTypeChoices.class);
        choices.save(OPERATOR, id, type, choices.parse("{\"handlingDays\":5}"), 0);
        choices.activate(OPERATOR, id, type);
    }

    /** As the region's words, which its units inherit. */
    private void publish(CaseTypeKey type, String text) {
        RegionTerms terms = of(RegionTerms.class);
        TermsText whole = new TermsText(List.of(TermsPoint.of("svar", text)));
        long seen = terms.draft(OPERATOR, region, type).version();
        terms.publish(
                OPERATOR,
                region,
                type,
                terms.saveDraft(OPERATOR, region, type, whole, seen).version());
    }

    private void takeDescriptionAway() {
        CaseTypeCatalogue catalogue = of(CaseTypeCatalogue.class);
        Versioned<CentralType> now = catalogue.types(OPERATOR, region).stream()
                .filter(listed -> listed.content().key().equals(BOOK))
                .findFirst()
                .orElseThrow();
        CentralType said = now.content();
        CentralType bare = new CentralType(
                BOOK, said.name(), said.forEverybody(), TypeSettings.NONE, said.fixedReplies(), said.locked());
        catalogue.save(OPERATOR, region, bare, now.version());
    }

    private void limit(String limits) {
        CaseTypeChoices choices = of(CaseTypeChoices.class);
        TypeSettings settings = choices.parse("{\"handlingDays\":5,\"limits\":{" + limits + "}}");
        choices.save(
                OPERATOR, id, BOOK, settings, choices.read(OPERATOR, id, BOOK).version());
    }

    private void approve() {
        of(ApprovedResidents.class).approve(OPERATOR, id, PSEUDONYM, Optional.of(day()));
    }

    private void pause(Optional<CaseTypeKey> type) {
        save(new Pauses(List.of(new Pauses.Pause(type, "Stängt.", "Flytt", at, Optional.empty()))), 0);
    }

    private List<HoursSpan> anotherDay() {
        DayOfWeek other = day().getDayOfWeek().plus(3);
        return List.of(new HoursSpan(other.getValue() + "#00:00#24:00"));
    }

    private void receive() {
        StoredCase received = new StoredCase(
                new CaseRef(id, "1"),
                StoredCase.Phase.OPEN,
                Optional.of(BOOK),
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        store.transactions().run(() -> store.cases().add(List.of(received)));
    }

    private LocalDate day() {
        return at.atZone(SwedishTime.ZONE).toLocalDate();
    }

    private void save(Section section, long seen) {
        of(UnitSettings.class).save(OPERATOR, id, section, seen);
    }

    private <T> T of(Class<T> contract) {
        return contract.cast(services.get(contract));
    }
}

package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offer.Offered;
import org.careunit.api.casetypes.Offer.Reason;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.Simulation;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.HoursSpan;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SendingHours;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.Units;
import org.junit.jupiter.api.Test;

/** What residents find, and what they may send. */
abstract class OfferChecks extends HostChecks {

    private HsaId another(String suffix) {
        return careunit.units().ready(id(suffix).value()).id();
    }

    private List<Reason> closed(HsaId of, Resident resident) {
        Offer offer = service(Offers.class).offer(HOST, of, resident, now());
        return offer.types().stream()
                .filter(type -> type.key().equals(unit.type()))
                .map(Offered::closed)
                .flatMap(List::stream)
                .map(Closed::reason)
                .toList();
    }

    private void decide(HsaId at, Section section) {
        UnitSettings settings = service(UnitSettings.class);
        settings.save(
                OPERATOR,
                at,
                section,
                settings.read(OPERATOR, at, section.getClass()).version());
        careunit.awaitIdle();
    }

    @Test
    void aResidentOfTheAreaMaySend() {
        Offer offer = service(Offers.class).offer(RESIDENT, unit.id(), resident(), now());
        assertThat(offer.types())
                .filteredOn(Offered::isOpen)
                .extracting(Offered::key)
                .containsExactly(unit.type());
    }

    @Test
    void oneCallOffersForManyUnitsInTheirOrder() {
        List<HsaId> many = new ArrayList<>(List.of(unit.id()));
        for (int number = 0; number < 5; number++) {
            many.add(another("N" + number));
        }
        List<HsaId> named = new ArrayList<>(many);
        named.add(unit.id());
        Map<HsaId, Offer> offers = service(Offers.class).offers(HOST, named, resident(), now());
        assertThat(offers.keySet()).containsExactlyElementsOf(many);
        assertThat(offers).allSatisfy((of, offer) -> assertThat(offer.unit()).isEqualTo(of));
    }

    @Test
    void anUnknownUnitAmongManyIsRefused() {
        List<HsaId> named = List.of(unit.id(), id("UNKNOWN"));
        refused("storage.no-unit", () -> service(Offers.class).offers(HOST, named, resident(), now()));
    }

    @Test
    void whatIsFoundIsOffered() {
        careunit.awaitIdle();
        List<HsaId> found = service(UnitFinder.class).find(HOST, UnitFinder.Search.all(resident(), now()));
        assertThat(found).contains(unit.id()).doesNotHaveDuplicates();
        assertThat(service(Offers.class).offers(HOST, found, resident(), now())).hasSameSizeAs(found);
    }

    @Test
    void aResidentOfAnotherCountyIsOutside() {
        Resident elsewhere = new Resident(
                LocalDate.of(1990, 1, 1),
                Sex.MALE,
                new CountyCode("25"),
                new MunicipalityCode("2580"),
                Optional.of(PSEUDONYM));
        assertThat(closed(unit.id(), elsewhere)).containsExactly(Reason.CATCHMENT);
        assertThat(service(UnitFinder.class)
                        .explain(HOST, unit.id(), elsewhere, now())
                        .toResident()
                        .swedish())
                .isNotBlank();
    }

    @Test
    void aResidentOfWhomNothingIsKnownIsOutsideUntilApproved() {
        Resident unknown = new Resident(
                LocalDate.of(1990, 1, 1), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(PSEUDONYM));
        HsaId at = another("APPR");
        assertThat(closed(at, unknown)).containsExactly(Reason.CATCHMENT);
        service(ApprovedResidents.class).approve(OPERATOR, at, PSEUDONYM, Optional.empty());
        careunit.awaitIdle();
        assertThat(closed(at, unknown)).isEmpty();
        service(ApprovedResidents.class).withdraw(OPERATOR, at, PSEUDONYM);
        careunit.awaitIdle();
        assertThat(closed(at, unknown)).containsExactly(Reason.CATCHMENT);
    }

    @Test
    void aPauseClosesUntilItEnds() {
        HsaId at = another("PAUSE");
        Pauses.Pause pause = new Pauses.Pause(
                Optional.of(unit.type()), "Vi har semester.", "Semester", now(), Optional.of(now().plusSeconds(3600)));
        decide(at, new Pauses(List.of(pause)));
        assertThat(closed(at, resident())).containsExactly(Reason.PAUSED);
        careunit.advance(Duration.ofHours(1));
        assertThat(closed(at, resident())).isEmpty();
    }

    @Test
    void hoursCloseOutsideThem() {
        HsaId at = another("HOURS");
        decide(at, new SendingHours(List.of(HoursSpan.of("1-7#00:00#00:01")), Map.of()));
        assertThat(closed(at, resident())).containsExactly(Reason.OUTSIDE_HOURS);
        decide(at, new SendingHours(List.of(HoursSpan.of("1-7#00:00#24:00")), Map.of()));
        assertThat(closed(at, resident())).isEmpty();
    }

    @Test
    void aCapClosesWhenItIsReachedAndRefusesNoEvent() {
        HsaId at = another("CAP");
        decide(at, new DailyCaps(OptionalInt.of(1), Map.of()));
        assertThat(closed(at, resident())).isEmpty();
        careunit.happens(new CaseRef(at, "1"), received());
        careunit.happens(new CaseRef(at, "2"), received());
        assertThat(closed(at, resident())).containsExactly(Reason.CAP_REACHED);
    }

    @Test
    void ageLimitsOfATypeClose() {
        HsaId at = another("AGE");
        CaseTypeChoices choices = service(CaseTypeChoices.class);
        choices.save(
                OPERATOR,
                at,
                unit.type(),
                choices.parse("{\"handlingDays\": 3, \"limits\": {\"toAge\": 17, \"namedOnly\": false}}"),
                choices.read(OPERATOR, at, unit.type()).version());
        careunit.awaitIdle();
        assertThat(closed(at, resident())).containsExactly(Reason.AGE);
        assertThat(closed(at, resident().withBirthDate(LocalDate.of(2015, 1, 1))))
                .isEmpty();
    }

    @Test
    void aUnitThatClosesOffersNothing() {
        HsaId at = another("CLOSING");
        service(Units.class).startClosing(OPERATOR, at);
        careunit.awaitIdle();
        assertThat(closed(at, resident())).contains(Reason.UNIT_CLOSING);
        service(Units.class).reopen(OPERATOR, at);
        careunit.awaitIdle();
        assertThat(closed(at, resident())).isEmpty();
    }

    @Test
    void aTypeThatIsNotActiveIsNotOffered() {
        HsaId at = another("INACT");
        service(CaseTypeChoices.class).deactivate(OPERATOR, at, unit.type());
        careunit.awaitIdle();
        assertThat(service(Offers.class).offer(HOST, at, resident(), now()).types())
                .isEmpty();
    }

    @Test
    void anAreaIsTriedBeforeItIsSaved() {
        Simulation simulated = service(UnitFinder.class).simulate(administrator, unit.id(), CatchmentArea.NONE);
        assertThat(simulated.lost()).isNotEmpty();
        assertThat(simulated.won()).isEmpty();
        assertThat(closed(unit.id(), resident())).isEmpty();
    }
}

package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.cases.CaseExplanations;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.Messages;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.Units;
import org.careunit.testkit.UnitUnderTest;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;

/** Nothing where something is expected, far too much, keys that nobody knows, and what belongs to another unit. */
abstract class StrangeInputChecks extends HostChecks {

    private static final Duration SOON = Duration.ofSeconds(10);

    private UnitUnderTest other;

    @BeforeAll
    void prepareAnother() {
        other = careunit.units().ready(id("2").value());
    }

    /** Records refuse null by NullPointerException, as their documentation says; services by failures of the API. */
    private static void isRefusedAsData(ThrowingCallable call) {
        Assertions.assertTimeout(SOON, () -> assertThat(catchThrowable(call)).isInstanceOf(CareunitException.class));
    }

    private static void isRefusedByTheRecord(ThrowingCallable call) {
        assertThat(catchThrowable(call)).isInstanceOfAny(CareunitException.class, NullPointerException.class);
    }

    @Test
    void noEventAmongEvents() {
        isRefusedAsData(() -> service(PlatformEvents.class)
                .accept(HOST, Arrays.asList(event(unit.caseOf("beside-null"), received()), null)));
        careunit.awaitIdle();
        assertThat(service(Messages.class).about(OPERATOR, unit.caseOf("beside-null")))
                .isEmpty();
    }

    @Test
    void noUnitAmongUnits() {
        isRefusedAsData(() -> service(Offers.class).offers(HOST, Arrays.asList(unit.id(), null), resident(), now()));
        String document = service(Configurations.class).export(administrator, unit.id());
        isRefusedAsData(() ->
                service(Configurations.class).apply(administrator, Arrays.asList(unit.id(), null), document, Set.of()));
    }

    @Test
    void noPermissionAmongPermissions() {
        Set<Permission> permissions = new HashSet<>(Arrays.asList(Permission.CASE_HANDLER, null));
        isRefusedAsData(() -> service(Permissions.class).assign(administrator, unit.id(), unit.handler(), permissions));
        assertThat(service(Permissions.class).unitsOf(new Actor.Staff(unit.handler())))
                .containsExactly(unit.id());
    }

    @Test
    void nothingInTheListsOfRecords() {
        isRefusedByTheRecord(() -> new EmailNotification(true, Collections.singletonList(null)));
        isRefusedByTheRecord(() -> new CatchmentArea(Collections.singletonList(null)));
        isRefusedByTheRecord(() -> new TermsText(Collections.singletonList(null)));
    }

    @Test
    void nullInJsonIsRefusedWithItsPath() {
        RefusedException refused = refused("json.type", () -> service(UnitSettings.class)
                .parse("email-notification", "{\"on\": true, \"addresses\": [null]}"));
        assertThat(paths(refused)).containsExactly("/addresses/0");
    }

    @Test
    void anUnknownKeyOfASectionIsRefusedWithItsPath() {
        RefusedException refused = refused("json.unknown-key", () -> service(UnitSettings.class)
                .parse("page-link", "{\"shown\": true, \"hidden\": false}"));
        assertThat(paths(refused)).containsExactly("/hidden");
    }

    @Test
    void anUnknownKeyOfARegionsSectionIsRefusedWithItsPath() {
        RefusedException refused = refused("json.unknown-key", () -> service(RegionSettings.class)
                .parse("support-contact", "{\"name\": \"Stöd\", \"contact\": \"\", \"fax\": \"\"}"));
        assertThat(paths(refused)).containsExactly("/fax");
    }

    @Test
    void anUnknownKeyOfACaseTypeIsRefusedWithItsPath() {
        RefusedException refused = refused("json.unknown-key", () -> service(CaseTypeChoices.class)
                .parse("{\"limits\": {\"fromAge\": 1, \"namedOnly\": false, \"hair\": 2}}"));
        assertThat(paths(refused)).containsExactly("/limits/hair");
    }

    @Test
    void anUnknownKeyOfTermsIsRefusedWithItsPath() {
        RefusedException refused = refused("json.unknown-key", () -> service(Terms.class)
                .parse("{\"points\": [{\"id\": \"a\", \"text\": \"b\", \"style\": \"c\"}]}"));
        assertThat(paths(refused)).containsExactly("/points/0/style");
    }

    @Test
    void aSectionWithAHundredThousandRulesIsRefusedSoon() {
        String rules = Collections.nCopies(100_000, "{\"county\": \"01\"}").stream()
                .collect(Collectors.joining(",", "{\"rules\": [", "]}"));
        isRefusedAsData(() -> service(UnitSettings.class).parse("catchment-area", rules));
    }

    @Test
    void aDocumentOfTenMegabytesIsRefusedSoon() {
        String document = "{\"format\": \"" + "x".repeat(10_000_000) + "\"}";
        isRefusedAsData(
                () -> service(Configurations.class).dryRun(administrator, List.of(unit.id()), document, Set.of()));
    }

    @Test
    void aDocumentThatIsDeepIsRefusedSoon() {
        isRefusedAsData(() -> service(Configurations.class)
                .dryRun(administrator, List.of(unit.id()), "{\"a\":".repeat(100_000), Set.of()));
    }

    @Test
    void aMillionWordsToFindByAreAnsweredOrRefusedSoon() {
        String words = "vård ".repeat(200_000);
        Assertions.assertTimeout(SOON, () -> {
            Throwable failure = catchThrowable(() -> service(UnitFinder.class)
                    .find(HOST, new UnitFinder.Search(resident(), now(), Optional.empty(), words)));
            if (failure != null) {
                assertThat(failure).isInstanceOf(CareunitException.class);
            }
        });
    }

    @Test
    void manyUnitsAtOnceAreAnsweredOrRefusedSoon() {
        List<HsaId> many = Collections.nCopies(50_000, unit.id());
        Assertions.assertTimeout(SOON, () -> assertThat(service(Offers.class).offers(HOST, many, resident(), now()))
                .hasSize(1));
    }

    @Test
    void aTermsTextThatIsFarTooLongIsRefusedSoon() {
        String points = IntStream.range(0, 20_000)
                .mapToObj(point -> "{\"id\": \"p" + point + "\", \"text\": \"Vi svarar.\"}")
                .collect(Collectors.joining(",", "{\"points\": [", "]}"));
        isRefusedAsData(() -> service(Terms.class).parse(points));
    }

    @Test
    void everyLetterIsKeptAsItWas() {
        String name = "Väntrum 🐤 N’Djamena – Łódź";
        service(Units.class).rename(OPERATOR, other.id(), "Provmottagningen", name);
        assertThat(service(Units.class).find(OPERATOR, other.id()).orElseThrow().name())
                .isEqualTo(name);
        service(Units.class).rename(OPERATOR, other.id(), name, "Provmottagningen");
    }

    @Test
    void halfALetterOrNoneIsRefusedOrKeptAsItWas() {
        for (String text : List.of("a\u0000b", "a\uD83Db", "a\u202Eb", "\uFFFF")) {
            Throwable failure = catchThrowable(() -> service(UnitSettings.class)
                    .update(administrator, unit.id(), OtherInformation.class, now -> new OtherInformation(text)));
            if (failure != null) {
                assertThat(failure)
                        .as("%x", (int) text.charAt(text.length() / 2))
                        .isInstanceOf(CareunitException.class);
            }
            service(UnitSettings.class).read(administrator, unit.id(), OtherInformation.class);
        }
    }

    @Test
    void caseIdsThatLookAlikeAreDifferentCases() {
        List<String> alike = List.of("alike-a", "Alike-A", "alike_a", "alike.a", "alike:a");
        for (String id : alike) {
            careunit.happens(unit.caseOf(id), received());
        }
        for (String id : alike) {
            assertThat(service(Messages.class).about(OPERATOR, unit.caseOf(id)))
                    .hasSize(1)
                    .allMatch(row -> row.subject().id().equals(id));
        }
    }

    @Test
    void oneCaseIdAtTwoUnitsIsTwoCases() {
        careunit.happens(unit.caseOf("shared"), received());
        careunit.happens(other.caseOf("shared"), received());
        assertThat(service(Messages.class).about(OPERATOR, unit.caseOf("shared")))
                .hasSize(1)
                .allMatch(row -> row.subject().unit().equals(unit.id()));
    }

    @Test
    void anotherUnitsCaseIsNotExplained() {
        careunit.happens(other.caseOf("theirs"), received());
        isRefusedAsData(() -> service(CaseExplanations.class).why(administrator, other.caseOf("theirs")));
        isRefusedAsData(() -> service(Messages.class).about(administrator, other.caseOf("theirs")));
    }

    @Test
    void anotherUnitsMessageIsNotRetried() {
        careunit.happens(other.caseOf("theirs-2"), received());
        LedgerEntry theirs = service(Messages.class)
                .about(OPERATOR, other.caseOf("theirs-2"))
                .get(0);
        isRefusedAsData(() -> service(Messages.class).retry(administrator, theirs.id()));
    }

    @Test
    void aTypeOfOneUnitIsNoneOfAnother() {
        CaseTypeChoices choices = service(CaseTypeChoices.class);
        CaseTypeKey own = choices.create(administrator, unit.id(), "Vår egen", choices.parse("{\"handlingDays\": 2}"))
                .key();
        isRefusedAsData(() -> choices.read(OPERATOR, other.id(), own));
        isRefusedAsData(() -> choices.activate(OPERATOR, other.id(), own));
    }

    @Test
    void staffOfAnotherUnitChooseNothingHere() {
        isRefusedAsData(() ->
                service(PersonalSettings.class).read(new Actor.Staff(other.handler()), unit.id(), other.handler()));
    }

    @Test
    void aChangeOfSeveralUnitsNeedsTheRightAtEach() {
        String document = service(Configurations.class).export(administrator, unit.id());
        isRefusedAsData(() ->
                service(Configurations.class).apply(administrator, List.of(unit.id(), other.id()), document, Set.of()));
    }

    @Test
    void aVersionThatIsNoneIsAConflictOrRefused() {
        for (long version : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            isRefusedAsData(() ->
                    service(UnitSettings.class).save(administrator, unit.id(), new CatchmentArea(List.of()), version));
            isRefusedAsData(() ->
                    service(UnitSettings.class).restore(administrator, unit.id(), CatchmentArea.class, version, 0));
        }
    }

    @Test
    void agesThatAreNoneAreRefused() {
        isRefusedByTheRecord(() -> new CatchmentArea.Rule(
                STOCKHOLM, Optional.empty(), Optional.empty(), OptionalInt.of(-1), OptionalInt.of(Integer.MAX_VALUE)));
    }

    @Test
    void aCaseOfALongIdIsRefusedByItsType() {
        isRefusedByTheRecord(() -> new CaseRef(unit.id(), "x".repeat(10_000)));
        isRefusedByTheRecord(() -> new CaseRef(unit.id(), " "));
    }

    @Test
    void noPropertiesOfAPostedEventAreNoHarm() {
        careunit.post(new Event(PlatformEvents.TOPIC, Map.of()));
        careunit.happens(unit.caseOf("behind-nothing"), received());
        assertThat(service(Messages.class).about(OPERATOR, unit.caseOf("behind-nothing")))
                .hasSize(1);
    }
}

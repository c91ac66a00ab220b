package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.ReplyOption;
import org.careunit.api.casetypes.TypeField;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.settings.CatchmentArea;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.DailyCaps;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.Pauses;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.StaffText;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.CheckRules;
import org.junit.jupiter.api.Test;

/** What is wrong is said as data, and all of it at once. */
abstract class RefusalChecks extends HostChecks {

    private static final String LONG = "x".repeat(5_000);

    @Test
    void aProblemHasCodePathParametersAndTwoTexts() {
        RefusedException refused = refused("value.range", () -> service(UnitSettings.class)
                .parse("staff-reminder", "{\"on\": true, \"workingDays\": 0}"));
        Problem problem = refused.problems().get(0);
        assertThat(problem.path()).isEqualTo("workingDays");
        assertThat(problem.parameters()).containsEntry("least", "1").containsEntry("value", "0");
        assertThat(problem.swedish()).contains("0");
        assertThat(refused.getMessage()).startsWith("workingDays: ");
    }

    @Test
    void aSectionThatDoesNotExistIsRefusedWithThoseThatDo() {
        RefusedException refused =
                refused("settings.no-section", () -> service(UnitSettings.class).parse("finns-inte", "{}"));
        assertThat(refused.getMessage()).contains("email-notification");
    }

    @Test
    void allThatIsWrongInASectionsTextIsToldAtOnce() {
        RefusedException refused = refused("json.unknown-key", () -> service(UnitSettings.class)
                .parse(
                        "catchment-area",
                        "{\"rules\": [{\"county\": \"1\", \"municipality\": \"0184\", \"older\": 7},"
                                + " {\"county\": \"25\", \"municipality\": \"0184\", \"fromAge\": -1, \"toAge\": 200}],"
                                + " \"more\": true}"));
        assertThat(paths(refused))
                .containsExactlyInAnyOrder(
                        "/more",
                        "/rules/0/older",
                        "/rules/0/county",
                        "/rules/1/municipality",
                        "/rules/1/fromAge",
                        "/rules/1/toAge");
    }

    @Test
    void addressesAreToldOneByOneAndNotRepeated() {
        RefusedException refused = refused("identity.email", () -> service(UnitSettings.class)
                .parse("email-notification", "{\"on\": true, \"addresses\": [\"a\", \"b@example.org\", \"c@\"]}"));
        assertThat(paths(refused)).containsExactly("/addresses/0", "/addresses/2");
        refused("section.no-address", () -> new EmailNotification(true, List.of()));
    }

    @Test
    void aRuleOfTheAreaTellsAll() {
        RefusedException refused = refused(
                "section.municipality-elsewhere",
                () -> new CatchmentArea.Rule(
                        Optional.of(new CountyCode("25")),
                        Optional.of(new MunicipalityCode("0184")),
                        Optional.empty(),
                        OptionalInt.of(-1),
                        OptionalInt.of(151)));
        assertThat(paths(refused)).containsExactly("municipality", "fromAge", "toAge");
    }

    @Test
    void unitInformationTellsAll() {
        RefusedException refused = refused(
                "value.line",
                () -> new UnitInformation(
                        Optional.of(LONG),
                        Optional.of("ring oss"),
                        List.of("a", "b", "c", "d", "e", "f", "g"),
                        List.of("två\nrader"),
                        Optional.of(LONG),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.of(URI.create("http://example.org"))));
        assertThat(paths(refused))
                .containsExactly("name", "telephone", "visitingAddress", "postalAddress", "directions", "page");
    }

    @Test
    void aPauseTellsAll() {
        Instant noon = Instant.parse("2026-07-01T10:00:00Z");
        RefusedException refused = refused(
                "value.missing-text", () -> new Pauses.Pause(Optional.empty(), " ", LONG, noon, Optional.of(noon)));
        assertThat(paths(refused)).containsExactly("text", "reason", "until");
        assertThat(paths(refused("value.missing", () -> new Pauses.Pause(null, null, null, null, null))))
                .containsExactly("text", "reason", "from");
    }

    @Test
    void closedDaysTellAll() {
        LocalDate day = LocalDate.of(2026, 12, 24);
        assertThat(paths(refused("section.last-day", () -> new ClosedDays.Closed(day, day.minusDays(1), ""))))
                .containsExactly("last", "reason");
        assertThat(paths(refused("value.missing", () -> new ClosedDays.Closed(null, null, LONG))))
                .containsExactly("first", "reason");
    }

    @Test
    void capsTellAll() {
        CaseTypeKey one = new CaseTypeKey("boka-tid");
        CaseTypeKey two = new CaseTypeKey("fornya-recept");
        RefusedException refused =
                refused("value.range", () -> new DailyCaps(OptionalInt.of(0), Map.of(one, -1, two, 1_000_000)));
        assertThat(paths(refused)).containsExactly("unit", "caseTypes/boka-tid", "caseTypes/fornya-recept");
    }

    @Test
    void textsThatLeaveTellAll() {
        RefusedException refused = refused(
                "section.placeholder",
                () -> new StaffText("Ring {namn} 19121212-1212", "Se http://example.org a@b.se"));
        assertThat(codes(refused)).contains("section.looks-like-person-number", "section.link", "section.at-sign");
        assertThat(paths(refused)).contains("subject", "text");
        assertThat(refused.getMessage()).doesNotContain("1212-1212");
        assertThat(paths(refused("section.filled-in", () -> new ResidentTexts("{unit}", LONG, "x".repeat(200)))))
                .containsExactly("subject", "text", "sms");
    }

    @Test
    void aSupportContactTellsAll() {
        assertThat(paths(refused("value.line", () -> new SupportContact(LONG, LONG))))
                .containsExactly("name", "contact");
    }

    @Test
    void aCaseTypeTellsAll() {
        CaseTypeCatalogue catalogue = service(CaseTypeCatalogue.class);
        RefusedException refused = refused(
                "value.range",
                () -> catalogue.parse("{\"key\": \"prov\", \"name\": \"\","
                        + " \"forEverybody\": true, \"settings\": {\"handlingDays\": 0, \"firstReplyDays\": 500,"
                        + " \"description\": \"\", \"limits\": {\"fromAge\": 300, \"toAge\": -2,"
                        + " \"namedOnly\": false}}, \"fixedReplies\":"
                        + " [{\"title\": \"\", \"text\": \"\"}], \"locked\": [\"NAME\"], \"extra\": 1}"));
        assertThat(paths(refused))
                .contains(
                        "/extra",
                        "/settings/limits/fromAge",
                        "/settings/limits/toAge",
                        "/fixedReplies/0/title",
                        "/fixedReplies/0/text",
                        "/locked/0");
        assertThat(paths(refused(
                        "value.case-type-local-key",
                        () -> new CentralType(
                                new CaseTypeKey("local-1"),
                                " ",
                                true,
                                TypeSettings.NONE,
                                List.of(),
                                Set.of(TypeField.HANDLING_TIME)))))
                .containsExactly("key", "name", "locked");
    }

    @Test
    void settingsOfACaseTypeTellAll() {
        RefusedException refused = refused("value.range", () -> service(CaseTypeChoices.class)
                .parse("{\"handlingDays\": 0, \"firstReplyDays\": 500, \"description\": \"\", \"attachments\":"
                        + " {\"formats\": [\"PDF\"], \"most\": 0, \"megabytes\": 51}}"));
        assertThat(paths(refused)).contains("/attachments/most", "/attachments/megabytes");
        assertThat(paths(refused("value.length", () -> new ReplyOption("", LONG))))
                .containsExactly("title", "text");
    }

    @Test
    void rulesOfTheCheckTellAll() {
        RefusedException refused = refused(
                "value.terms-number",
                () -> new CheckRules(OptionalInt.of(0), OptionalInt.of(100_000), Set.of(), Map.of(" ", "1177"), 99));
        assertThat(paths(refused))
                .containsExactly("primaryCancelHours", "specialistCancelHours", "fewestPoints", "outdatedNames");
    }

    @Test
    void noMoreThanTwentyProblemsAreTold() {
        String rules = "{\"fromAge\": -1},".repeat(200);
        RefusedException refused = refused("section.age", () -> service(UnitSettings.class)
                .parse("catchment-area", "{\"rules\": [" + rules.substring(0, rules.length() - 1) + "]}"));
        assertThat(refused.problems()).hasSize(20);
    }

    @Test
    void whatKeepsATypeInactiveIsToldAtOnce() {
        CaseTypeKey type = new CaseTypeKey("boka-tid");
        CaseTypeChoices choices = service(CaseTypeChoices.class);
        List<Problem> obstacles = choices.obstacles(administrator, unit.id(), type);
        RefusedException refused =
                refused(obstacles.get(0).code(), () -> choices.activate(administrator, unit.id(), type));
        assertThat(refused.problems()).hasSameSizeAs(obstacles);
    }
}

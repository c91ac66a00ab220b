package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.configuration.Configurations.UnitDocument;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.junit.jupiter.api.Test;

/** A unit's configuration as text. */
abstract class ConfigurationChecks extends HostChecks {

    private Configurations texts() {
        return service(Configurations.class);
    }

    private static String document(String parts) {
        return "{\"format\": 1, " + parts + "}";
    }

    private static String reminder(int days) {
        return document("\"settings\": {\"resident-reminder\": {\"on\": true, \"calendarDays\": " + days + "}}");
    }

    private ResidentReminder saved(HsaId at) {
        return service(UnitSettings.class)
                .read(OPERATOR, at, ResidentReminder.class)
                .content();
    }

    private HsaId another(String suffix) {
        return careunit.units().unit(id(suffix).value()).open().id();
    }

    @Test
    void whatIsExportedIsImportedElsewhere() {
        HsaId target = another("TARGET");
        texts().copy(OPERATOR, unit.id(), List.of(target), Set.of());
        assertThat(texts().dryRun(OPERATOR, List.of(target), texts().export(OPERATOR, unit.id()), Set.of())
                        .differences())
                .isEmpty();
    }

    @Test
    void aDryRunSavesNothing() {
        ResidentReminder before = saved(unit.id());
        ConfigurationChange would = texts().dryRun(administrator, List.of(unit.id()), reminder(44), Set.of());
        assertThat(would.changeSet()).isEmpty();
        assertThat(would.differences()).isNotEmpty();
        assertThat(saved(unit.id())).isEqualTo(before);
    }

    @Test
    void aChangeOfManyUnitsIsTakenBackAtOnce() {
        List<HsaId> many = List.of(another("M1"), another("M2"));
        ConfigurationChange change = texts().apply(OPERATOR, many, reminder(21), Set.of());
        assertThat(many).allSatisfy(at -> assertThat(saved(at).calendarDays()).isEqualTo(21));
        service(UnitSettings.class)
                .update(OPERATOR, many.get(1), ResidentReminder.class, now -> new ResidentReminder(true, 22));
        UndoneChange undone = texts().undo(OPERATOR, change.changeSet().orElseThrow());
        assertThat(undone.restored()).extracting(UndoneChange.Piece::unit).containsExactly(many.get(0));
        assertThat(undone.conflicts()).extracting(UndoneChange.Piece::unit).containsExactly(many.get(1));
        assertThat(saved(many.get(0))).isEqualTo(ResidentReminder.DEFAULT);
    }

    @Test
    void anUnknownChangeSetIsRefused() {
        refused("unit.no-change-set", () -> texts().undo(OPERATOR, new UUID(4, 7)));
    }

    @Test
    void allThatIsWrongInADocumentIsToldAtOnceAndNothingIsSaved() {
        String document = document("\"settings\": {\"resident-reminder\": {\"on\": true, \"calendarDays\": 0},"
                + " \"staff-reminder\": {\"on\": \"ja\", \"workingDays\": 7}, \"finns-inte\": {}}, \"terms\":"
                + " {\"saknas\": {}}");
        StaffReminder before = service(UnitSettings.class)
                .read(OPERATOR, unit.id(), StaffReminder.class)
                .content();
        RefusedException refused =
                refused("value.range", () -> texts().apply(administrator, List.of(unit.id()), document, Set.of()));
        assertThat(paths(refused))
                .contains(
                        "/settings/resident-reminder/calendarDays",
                        "/settings/staff-reminder/on",
                        "/settings/finns-inte",
                        "/terms/saknas");
        assertThat(service(UnitSettings.class)
                        .read(OPERATOR, unit.id(), StaffReminder.class)
                        .content())
                .isEqualTo(before);
    }

    @Test
    void allUnknownPartsAreToldAtOnce() {
        RefusedException refused = refused("unit.no-part", () -> texts().apply(
                        administrator, List.of(unit.id()), document("\"ett\": {}, \"två\": {}"), Set.of()));
        assertThat(refused.problems()).hasSize(2);
    }

    @Test
    void documentsOfManyUnitsAreAllLookedAt() {
        HsaId other = another("EACH");
        List<UnitDocument> documents =
                List.of(new UnitDocument(unit.id(), reminder(0)), new UnitDocument(other, reminder(1_000)));
        RefusedException refused = refused("value.range", () -> texts().applyEach(OPERATOR, documents, Set.of()));
        assertThat(paths(refused)).anyMatch(path -> path.startsWith(unit.id().value()));
        assertThat(paths(refused)).anyMatch(path -> path.startsWith(other.value()));
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        refused("unit.format", () -> texts().apply(OPERATOR, List.of(unit.id()), "{}", Set.of()));
        refused("json.no-object", () -> texts().apply(OPERATOR, List.of(unit.id()), "[]", Set.of()));
        refused("unit.no-unit-named", () -> texts().apply(OPERATOR, List.of(), reminder(3), Set.of()));
        refused("unit.not-all-named", () -> texts().apply(
                        OPERATOR, List.of(unit.id()), reminder(3), Set.of("settings/care-types")));
    }

    @Test
    void theSchemaIsJson() {
        assertThat(texts().schema()).contains("2020-12").contains("resident-reminder");
    }
}

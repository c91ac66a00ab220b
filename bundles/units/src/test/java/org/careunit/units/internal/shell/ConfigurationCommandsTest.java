package org.careunit.units.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.ConfigurationChange.Difference;
import org.careunit.api.configuration.Configurations;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.configuration.UndoneChange.Piece;
import org.careunit.api.failure.Problem;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.readiness.Checklist.Line;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCommandsTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final UUID SET = new UUID(0, 7);

    @TempDir
    Path directory;

    private final Recorded configurations = new Recorded();

    @Test
    void aFileIsWrittenOnceAndTriedOutUnlessItIsToBeApplied() throws Exception {
        Path file = directory.resolve("unit.json");
        ConfigurationExportCommand export = new ConfigurationExportCommand();
        export.configurations = configurations;
        export.unit = UNIT.value();
        assertThat(run(export)).contains("{\"format\":1}");
        export.file = file.toString();
        run(export);
        assertThat(Files.readString(file)).isEqualTo("{\"format\":1}");
        assertThat(run(export)).contains("is there already");

        ConfigurationImportCommand load = new ConfigurationImportCommand();
        load.configurations = configurations;
        load.file = file.toString();
        load.units = List.of(UNIT.value());
        assertThat(run(load)).contains("/settings/page-link", "not saved");
        load.apply = true;
        load.dryRun = true;
        assertThat(run(load)).contains("not saved");
        load.dryRun = false;
        assertThat(run(load)).contains(SET.toString());
        load.file = directory.resolve("none.json").toString();
        assertThat(run(load)).contains("cannot be read");
        assertThat(configurations.done).containsExactly("export", "export", "export", "try", "try", "apply");
    }

    @Test
    void anOptionThatStandsLastIsNotTakenForAFile() {
        ConfigurationExportCommand export = new ConfigurationExportCommand();
        export.configurations = configurations;
        export.unit = UNIT.value();
        export.file = "--json";
        assertThat(run(export)).contains("--json is no file: put options first");
        ConfigurationExportRegionCommand region = new ConfigurationExportRegionCommand();
        region.configurations = configurations;
        region.service = regionOfTwo();
        region.region = "01";
        region.directory = "--json";
        assertThat(run(region)).contains("put options first");
        ConfigurationImportCommand load = new ConfigurationImportCommand();
        load.file = "--apply";
        assertThat(run(load)).contains("put options first");
        assertThat(Path.of("--json")).doesNotExist();
    }

    @Test
    void aCopyIsTriedOutUnlessItIsToBeApplied() {
        ConfigurationCopyCommand copy = new ConfigurationCopyCommand();
        copy.configurations = configurations;
        copy.from = UNIT.value();
        copy.to = List.of("SE1111111111-UNIT2");
        assertThat(run(copy)).contains("not saved");
        copy.apply = true;
        assertThat(run(copy)).contains(SET.toString());
        assertThat(configurations.done).containsExactly("export", "try", "export", "apply");
    }

    @Test
    void aRegionIsAllItsUnitsThatAreNotClosed() throws Exception {
        ConfigurationExportRegionCommand export = new ConfigurationExportRegionCommand();
        export.configurations = configurations;
        export.service = regionOfTwo();
        export.region = "01";
        export.directory = directory.resolve("region").toString();
        assertThat(run(export)).contains(UNIT.value()).doesNotContain("UNIT9");
        Path file = directory.resolve("region").resolve(UNIT.value() + ".json");
        assertThat(Files.readString(file)).isEqualTo("{\"format\":1}");
        assertThat(run(export)).contains("is there already");

        ConfigurationImportCommand load = new ConfigurationImportCommand();
        load.configurations = configurations;
        load.service = regionOfTwo();
        load.file = file.toString();
        load.apply = true;
        assertThat(run(load)).contains("either units or a --region");
        load.region = "01";
        assertThat(run(load)).contains(SET.toString());
        assertThat(configurations.where).containsExactly(UNIT);
        load.units = List.of(UNIT.value());
        assertThat(run(load)).contains("either units or a --region");
    }

    @Test
    void aDirectoryHoldsADocumentForEachUnit() throws Exception {
        ConfigurationImportCommand load = new ConfigurationImportCommand();
        load.configurations = configurations;
        load.file = Files.createDirectory(directory.resolve("region")).toString();
        assertThat(run(load)).contains("no file named after a unit");
        Files.writeString(Path.of(load.file, UNIT + ".json"), "{\"format\":1}");
        Files.writeString(Path.of(load.file, "notes.txt"), "not a document");
        assertThat(run(load)).contains("not saved");
        load.apply = true;
        assertThat(run(load)).contains(SET.toString());
        assertThat(configurations.each).containsExactly(new Configurations.UnitDocument(UNIT, "{\"format\":1}"));
        load.region = "01";
        assertThat(run(load)).contains("name neither units nor a --region");
        load.region = null;
        Files.writeString(Path.of(load.file, "everybody.json"), "{}");
        assertThat(run(load)).contains("is not an HSA-id");
        assertThat(configurations.done).containsExactly("try each", "apply each");
    }

    /** One is open, one closed. */
    private static Units regionOfTwo() {
        CountyCode region = new CountyCode("01");
        return (Units) Proxy.newProxyInstance(
                Units.class.getClassLoader(), new Class<?>[] {Units.class}, (proxy, method, given) -> {
                    assertThat(method.getName()).isEqualTo("ofRegion");
                    assertThat(given[1]).isEqualTo(region);
                    return List.of(
                            new CareUnit(UNIT, region, "A", CareUnit.State.OPEN),
                            new CareUnit(new HsaId("SE1111111111-UNIT9"), region, "B", CareUnit.State.CLOSED));
                });
    }

    @Test
    void theSchemaIsPrinted() {
        ConfigurationSchemaCommand schema = new ConfigurationSchemaCommand();
        schema.configurations = configurations;
        assertThat(run(schema)).contains("{\"$id\":\"x\"}");
    }

    @Test
    void whatWasTakenBackAndWhatWasNotIsTold() {
        ConfigurationUndoCommand undo = new ConfigurationUndoCommand();
        undo.configurations = configurations;
        undo.changeSet = "7";
        assertThat(run(undo)).contains("not the id of a change set");
        undo.changeSet = SET.toString();
        assertThat(run(undo)).contains("restored", "changed again, left");
        assertThat(succeeds(undo)).isFalse();
    }

    @Test
    void theChecklistIsShownWithItsReasons() {
        ReadinessCommand readiness = new ReadinessCommand();
        readiness.unit = UNIT.value();
        readiness.readiness = (actor, unit) -> new Checklist(
                unit,
                List.of(new Line("settings", "Inställningar", CheckResult.toFix(List.of(said("Vårdtyper: spara."))))),
                List.of(new Line("directory", "EK", CheckResult.toFix(List.of()))));
        assertThat(run(readiness)).contains("inte klart", "Vårdtyper: spara.", "klart", "nej");
        assertThat(succeeds(readiness)).isFalse();
        readiness.readiness = (actor, unit) -> new Checklist(unit, List.of(), List.of());
        assertThat(succeeds(readiness)).isTrue();
    }

    private static final class Recorded implements Configurations {

        private final List<String> done = new ArrayList<>();
        private List<HsaId> where = List.of();
        private List<UnitDocument> each = List.of();

        @Override
        public String schema() {
            return "{\"$id\":\"x\"}";
        }

        @Override
        public String export(Actor actor, HsaId unit) {
            done.add("export");
            return "{\"format\":1}";
        }

        @Override
        public ConfigurationChange dryRun(Actor actor, List<HsaId> units, String document, Set<String> only) {
            done.add("try");
            return change(Optional.empty());
        }

        @Override
        public ConfigurationChange apply(Actor actor, List<HsaId> units, String document, Set<String> only) {
            done.add("apply");
            where = units;
            return change(Optional.of(SET));
        }

        @Override
        public ConfigurationChange dryRunEach(Actor actor, List<UnitDocument> documents, Set<String> only) {
            done.add("try each");
            return change(Optional.empty());
        }

        @Override
        public ConfigurationChange applyEach(Actor actor, List<UnitDocument> documents, Set<String> only) {
            done.add("apply each");
            each = documents;
            return change(Optional.of(SET));
        }

        private static ConfigurationChange change(Optional<UUID> set) {
            Saved.Change change = new Saved.Change("/settings/page-link", Optional.empty(), Optional.of("{}"));
            return new ConfigurationChange(set, List.of(new Difference(UNIT, change)));
        }

        @Override
        public UndoneChange undo(Actor actor, UUID changeSet) {
            Piece piece = new Piece(UNIT, "settings/page-link", 2, "operator:test");
            return new UndoneChange(changeSet, List.of(piece), List.of(piece));
        }
    }

    private static Problem said(String swedish) {
        return new Problem("test.said", "", Map.of(), swedish, swedish);
    }
}

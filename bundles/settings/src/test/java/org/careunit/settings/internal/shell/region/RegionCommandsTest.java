package org.careunit.settings.internal.shell.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.runForScripts;

import java.nio.file.Path;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.PageLink;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.RegionSettingsComponent;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SettingsFixture;
import org.careunit.settings.internal.UnitSettingsComponent;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionCommandsTest {

    @TempDir
    Path directory;

    private TestStore store;
    private UnitSettingsComponent settings;
    private RegionSettingsComponent regions;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.embedded(directory);
        store.units().add(new CareUnit(SettingsFixture.UNIT, new CountyCode("01"), "A", CareUnit.State.OPEN));
        SettingsContext context = SettingsFixture.context(store);
        settings = new UnitSettingsComponent(FakeAccess.operators(), context);
        regions = new RegionSettingsComponent(FakeAccess.operators(), context);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRegionSaysWhatHoldsAtItsUnitsAndLocksIt() {
        RegionDefaultSetCommand set = new RegionDefaultSetCommand();
        set.regions = regions;
        set.service = settings;
        set.region = "01";
        set.section = "page-link";
        set.content = "{\"shown\":false}";
        set.lock = true;
        assertThat(run(set)).contains("page-link", "true", "{\"shown\":false}");
        set.seen = 0L;
        assertThat(run(set)).contains("version 1");

        RegionDefaultShowCommand show = new RegionDefaultShowCommand();
        show.regions = regions;
        show.service = settings;
        show.region = "01";
        show.section = "page-link";
        assertThat(runForScripts(show)).contains("\"locked\":true");
        Actor operator = new Actor.Operator("test");
        assertThat(settings.read(operator, SettingsFixture.UNIT, PageLink.class).content())
                .isEqualTo(new PageLink(false));
        assertThatThrownBy(() -> settings.save(operator, SettingsFixture.UNIT, new PageLink(true), 0))
                .hasMessageContaining("locked by region 01");

        RegionDefaultRestoreCommand restore = new RegionDefaultRestoreCommand();
        restore.regions = regions;
        restore.service = settings;
        restore.region = "01";
        restore.section = "page-link";
        restore.seen = 0L;
        assertThat(run(restore)).contains("page-link is at version 1");
        restore.seen = null;
        assertThat(run(restore)).contains("2", "false", "{\"shown\":true}");
        restore.version = 1;
        assertThat(run(restore)).contains("3", "true", "{\"shown\":false}");
        RegionDefaultHistoryCommand history = new RegionDefaultHistoryCommand();
        history.regions = regions;
        history.region = "01";
        history.section = "page-link";
        assertThat(run(history)).contains("operator:tester", "/locked: nothing -> true", "3");
        history.section = "pauses";
        assertThat(run(history)).contains("Nobody has saved this section.");
    }

    @Test
    void aRegionSaysWhatHoldsForItself() {
        RegionSettingsSetCommand set = new RegionSettingsSetCommand();
        set.regions = regions;
        set.region = "01";
        set.section = "support-contact";
        set.content = "{\"name\":\"Regionens support\",\"contact\":\"08-465 004 00\"}";
        assertThat(run(set)).contains("support-contact", "1", "Regionens support");
        set.region = "02";
        assertThat(run(set)).contains("is not the code of a county");

        RegionSettingsShowCommand show = new RegionSettingsShowCommand();
        show.regions = regions;
        show.region = "01";
        assertThat(run(show)).contains("Regionens support", "quiet-hours", "resident-texts");

        RegionSettingsRestoreCommand restore = new RegionSettingsRestoreCommand();
        restore.regions = regions;
        restore.region = "01";
        restore.section = "support-contact";
        assertThat(run(restore)).contains("support-contact", "2").doesNotContain("Regionens support");
        restore.version = 1;
        assertThat(run(restore)).contains("3", "Regionens support");
        restore.version = 9;
        assertThat(run(restore)).contains("There is no version 9");
        RegionSettingsHistoryCommand history = new RegionSettingsHistoryCommand();
        history.regions = regions;
        history.region = "01";
        history.section = "support-contact";
        assertThat(run(history)).contains("operator:tester", "/name: nothing -> \"Regionens support\"", "3");
    }
}

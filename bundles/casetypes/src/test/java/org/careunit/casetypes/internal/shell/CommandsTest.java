package org.careunit.casetypes.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.runForScripts;

import java.nio.file.Path;
import java.util.List;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsState;
import org.careunit.api.units.CareUnit;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.choices.StoredChoices;
import org.careunit.casetypes.internal.choices.StoredNamings;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final String UNIT = "SE1111111111-UNIT1";
    private static final String BOOK = "boka-tid";

    @TempDir
    Path directory;

    private TestStore store;
    private CaseTypesContext context;
    private CaseTypeChoices choices;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(directory);
        store.units().add(new CareUnit(new HsaId(UNIT), new CountyCode("01"), "Mottagning Å", CareUnit.State.OPEN));
        context = new CaseTypesContext(
                store.transactions(),
                store.units(),
                store.documents(),
                store.namings(),
                store.audit(),
                store.changes());
        StoredChoices stored = new StoredChoices(FakeAccess.operators(), context);
        stored.setTerms((actor, unit, type) -> new TermsState(TermsState.Stage.LOCKED, false, List.of()));
        choices = stored;
    }

    @AfterEach
    void closeStore() {
        context.close();
        store.close();
    }

    private String set(String content) {
        CaseTypeSetCommand set = new CaseTypeSetCommand();
        set.service = choices;
        set.unit = UNIT;
        set.type = BOOK;
        set.content = content;
        return run(set);
    }

    private String activate() {
        CaseTypeActivateCommand activate = new CaseTypeActivateCommand();
        activate.service = choices;
        activate.unit = UNIT;
        activate.type = BOOK;
        return run(activate);
    }

    private String list() {
        CaseTypeListCommand list = new CaseTypeListCommand();
        list.service = choices;
        list.unit = UNIT;
        return runForScripts(list);
    }

    @Test
    void aTypeIsChosenSetAndActivated() {
        assertThat(activate()).contains("handlingDays: The handling time is missing");
        assertThat(set("{\"handlingDays\":0}")).contains("handlingDays: write a whole number from 1 to 100");
        assertThat(set("{\"days\":3}")).contains("/days: there is no such key");
        assertThat(set("{\"handlingDays\":3}")).contains("\"handlingDays\":3");
        assertThat(activate()).contains("active");
        assertThat(list()).contains("\"active\":true,\"days\":3,\"terms\":\"LOCKED\"");
    }

    @Test
    void aTypeIsShownWithItsObstaclesAndReplies() {
        CaseTypeShowCommand show = new CaseTypeShowCommand();
        show.service = choices;
        show.unit = UNIT;
        show.type = BOOK;
        assertThat(run(show))
                .contains(
                        "obstacle",
                        "Handläggningstid saknas",
                        "fixed reply",
                        "Ärendet är mottaget: Vi har tagit emot ditt ärende");
        set("{\"standardReplies\":[{\"title\":\"Klart\",\"text\":\"Det är klart.\"}],\"repliesEditable\":true}");
        assertThat(run(show)).contains("standard reply, editable", "Klart: Det är klart.");
    }

    @Test
    void anEarlierVersionIsRestored() {
        set("{\"handlingDays\":3}");
        set("{\"handlingDays\":4}");
        CaseTypeRestoreCommand restore = new CaseTypeRestoreCommand();
        restore.service = choices;
        restore.unit = UNIT;
        restore.type = BOOK;
        restore.version = 1;
        assertThat(run(restore)).contains("\"handlingDays\":3");
        CaseTypeHistoryCommand history = new CaseTypeHistoryCommand();
        history.service = choices;
        history.unit = UNIT;
        history.type = BOOK;
        assertThat(runForScripts(history)).contains("\"version\":3", "operator:tester");
    }

    @Test
    void aUnitMakesATypeOfItsOwnAndTakesItAway() {
        CaseTypeCreateCommand create = new CaseTypeCreateCommand();
        create.service = choices;
        create.unit = UNIT;
        create.name = "Rökstopp";
        create.content = "{\"handlingDays\":3}";
        assertThat(run(create)).contains("local-rokstopp");
        CaseTypeRenameCommand rename = new CaseTypeRenameCommand();
        rename.service = choices;
        rename.unit = UNIT;
        rename.type = "local-rokstopp";
        rename.name = "Sluta röka";
        assertThat(run(rename)).contains("Sluta röka");
        assertThat(list()).contains("\"type\":\"local-rokstopp\",\"name\":\"Sluta röka\"");
        CaseTypeRemoveCommand remove = new CaseTypeRemoveCommand();
        remove.service = choices;
        remove.unit = UNIT;
        remove.type = "local-rokstopp";
        assertThat(runForScripts(remove)).contains("[{\"removed\":\"local-rokstopp\"}]");
        assertThat(list()).doesNotContain("local-rokstopp");
    }

    @Test
    void residentsAreNamedForAType() {
        NamedResidents named = new StoredNamings(FakeAccess.operators(), context, store.pseudonyms(), store.clock());
        NamedResidentNameCommand name = new NamedResidentNameCommand();
        name.service = named;
        name.unit = UNIT;
        name.type = BOOK;
        name.resident = "r-1";
        assertThat(run(name)).contains("operator:tester").doesNotContain("r-1");
        NamedResidentListCommand list = new NamedResidentListCommand();
        list.service = named;
        list.unit = UNIT;
        list.type = BOOK;
        assertThat(runForScripts(list)).contains("\"named by\":\"operator:tester\"");
        NamedResidentRemoveCommand remove = new NamedResidentRemoveCommand();
        remove.service = named;
        remove.unit = UNIT;
        remove.type = BOOK;
        remove.resident = "r-1";
        assertThat(run(remove)).contains("Nobody is named");
        assertThat(run(remove)).contains("is not named");
    }
}

package org.careunit.casetypes.internal.shell.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.runForScripts;

import java.nio.file.Path;
import java.util.List;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.catalogue.StoredCatalogue;
import org.careunit.casetypes.internal.choices.StoredChoices;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionCommandsTest {

    private static final String UNIT = "SE1111111111-UNIT1";
    private static final String BOOK = "boka-tid";

    @TempDir
    Path directory;

    private TestStore store;
    private CaseTypesContext context;
    private CaseTypeChoices choices;
    private CaseTypeCatalogue catalogue;

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
        choices = new StoredChoices(FakeAccess.operators(), context);
        catalogue = new StoredCatalogue(FakeAccess.operators(), context);
    }

    @AfterEach
    void closeStore() {
        context.close();
        store.close();
    }

    @Test
    void aRegionLocksAndWithdraws() {
        CaseTypeLockCommand lock = new CaseTypeLockCommand();
        lock.service = catalogue;
        lock.region = "01";
        lock.type = BOOK;
        lock.fields = List.of("terms", "nothing");
        assertThat(run(lock)).contains("Write what to lock as one of");
        lock.fields = List.of("terms");
        assertThat(run(lock)).contains("[TERMS]");
        CaseTypeWithdrawCommand withdraw = new CaseTypeWithdrawCommand();
        withdraw.service = catalogue;
        withdraw.region = "01";
        withdraw.type = BOOK;
        withdraw.unit = UNIT;
        run(withdraw);
        CaseTypeHandOutsCommand handOuts = new CaseTypeHandOutsCommand();
        handOuts.service = catalogue;
        handOuts.region = "01";
        handOuts.type = BOOK;
        handOuts.unit = UNIT;
        assertThat(runForScripts(handOuts)).contains("operator:tester", "\"handed out\":false");
        assertThat(choices.overview(new Actor.Operator("test"), new HsaId(UNIT)))
                .extracting(shown -> shown.type().key().value())
                .doesNotContain(BOOK)
                .contains("radgivning");
    }

    @Test
    void aRegionSavesATypeOfItsOwn() {
        CaseTypeCatalogueSetCommand set = new CaseTypeCatalogueSetCommand();
        set.service = catalogue;
        set.region = "01";
        set.content = "{\"key\":\"vaccination\",\"name\":\"Vaccination\",\"forEverybody\":true,\"settings\":{},"
                + "\"fixedReplies\":[],\"locked\":[]}";
        assertThat(run(set)).contains("vaccination");
        CaseTypeCatalogueCommand show = new CaseTypeCatalogueCommand();
        show.service = catalogue;
        show.region = "01";
        assertThat(runForScripts(show)).contains("\"type\":\"vaccination\",\"name\":\"Vaccination\"");
    }

    @Test
    void aRegionsEarlierVersionIsRestored() {
        CaseTypeLockCommand lock = new CaseTypeLockCommand();
        lock.service = catalogue;
        lock.region = "01";
        lock.type = BOOK;
        lock.fields = List.of("TERMS");
        run(lock);
        lock.fields = List.of("LIMITS");
        run(lock);
        CaseTypeCatalogueRestoreCommand restore = new CaseTypeCatalogueRestoreCommand();
        restore.service = catalogue;
        restore.region = "01";
        restore.type = BOOK;
        restore.version = 1;
        assertThat(run(restore)).contains("\"locked\":[\"TERMS\"]");
        CaseTypeCatalogueHistoryCommand history = new CaseTypeCatalogueHistoryCommand();
        history.service = catalogue;
        history.region = "01";
        history.type = BOOK;
        assertThat(runForScripts(history)).contains("\"version\":3", "operator:tester", "LIMITS");
    }
}

package org.careunit.casetypes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.OptionalInt;
import org.awaitility.Awaitility;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.json.RecordJson;
import org.junit.jupiter.api.Test;

class PostgresCaseTypesTest extends CaseTypesContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final CaseTypeKey BOOK = new CaseTypeKey("boka-tid");

    private String url;

    @Override
    public TestStore open() throws SQLException {
        url = TestStore.newPostgresUrl();
        return TestStore.on(url, "postgres", "one");
    }

    @Test
    void whatOneNodeSavesTheOtherReads() throws SQLException {
        try (TestStore other = TestStore.on(url, "postgres", "two")) {
            CaseTypesContext there = new CaseTypesContext(
                    other.transactions(),
                    other.units(),
                    other.documents(),
                    other.namings(),
                    other.audit(),
                    other.changes());
            assertThat(days(there)).isEmpty();
            TypeSettings settings = new RecordJson().parse(TypeSettings.class, "{\"handlingDays\":7}");
            choices.save(new Actor.Operator("anna"), UNIT, BOOK, settings, 0);
            Awaitility.await().untilAsserted(() -> assertThat(days(there)).hasValue(7));
            there.close();
        }
    }

    private static OptionalInt days(CaseTypesContext types) {
        return types.memory().at(UNIT).require(BOOK).effective().handlingDays();
    }
}

package org.careunit.units.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.units.internal.configuration.PartsOnStore.ALL;
import static org.careunit.units.internal.configuration.PartsOnStore.OPERATOR;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.configuration.UndoneChange;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A region's worth of units in one change set; more of them with {@code -Dcareunit.units=1000}. */
class RegionTest {

    private static final List<HsaId> UNITS = IntStream.range(0, Integer.getInteger("careunit.units", 300))
            .mapToObj(number -> new HsaId("SE1111111111-R" + number))
            .toList();

    private static final String DOCUMENT = "{\"format\":1,\"settings\":{"
            + "\"staff-reminder\":{\"on\":true,\"workingDays\":5},\"daily-caps\":{\"caseTypes\":{\"boka-tid\":7}}},"
            + "\"case-type\":{\"boka-tid\":{\"active\":false,\"settings\":{\"handlingDays\":5}},"
            + "\"fornya-recept\":{\"active\":false,\"settings\":{\"handlingDays\":2}}}}";

    @TempDir
    Path directory;

    @Test
    void allUnitsAreChangedTogetherAndTakenBackTogether() throws SQLException {
        try (TestStore store = TestStore.embedded(directory)) {
            PartsOnStore parts = new PartsOnStore(store, UNITS);
            List<String> before = exported(parts);
            ConfigurationChange change = parts.configurations.apply(OPERATOR, UNITS, DOCUMENT, ALL);
            assertThat(change.differences()).hasSize(4 * UNITS.size());
            assertThat(exported(parts)).allMatch(text -> text.contains("\"workingDays\":5"));
            UndoneChange undone =
                    parts.configurations.undo(OPERATOR, change.changeSet().orElseThrow());
            assertThat(undone.restored()).hasSize(4 * UNITS.size());
            assertThat(undone.conflicts()).isEmpty();
            assertThat(exported(parts)).isEqualTo(before);
        }
    }

    private static List<String> exported(PartsOnStore parts) {
        return UNITS.stream()
                .map(unit -> parts.configurations.export(OPERATOR, unit))
                .toList();
    }
}

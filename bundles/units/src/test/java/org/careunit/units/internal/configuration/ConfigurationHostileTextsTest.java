package org.careunit.units.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.units.internal.configuration.PartsOnStore.ALL;
import static org.careunit.units.internal.configuration.PartsOnStore.OPERATOR;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.json.HostileTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole configurations of a unit out of hostile texts. */
class ConfigurationHostileTextsTest {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final String GOOD = "{\"format\":1,\"settings\":{\"staff-reminder\":{\"on\":true,\"workingDays\":4},"
            + "\"closed-days\":{\"days\":[{\"first\":\"2026-12-24\",\"last\":\"2026-12-27\",\"reason\":\"Jul\"}]},"
            + "\"page-link\":null},\"case-type\":{\"boka-tid\":null}}";

    private final ConfigurationText reader = new ConfigurationText();

    @TempDir
    Path directory;

    @Test
    void hostileDocumentsAreRefusedInTimeAndTheGoodOneIsApplied() throws IOException, SQLException {
        new HostileTexts(GOOD, 1)
                .tryAll(HostileTexts.TRIES, orRefuse(text -> assertThat(reader.read(reader.write(reader.read(text))))
                        .isEqualTo(reader.read(text))));
        try (TestStore store = TestStore.embedded(directory)) {
            PartsOnStore parts = new PartsOnStore(store, List.of(UNIT));
            new HostileTexts(GOOD, 2)
                    .tryAll(
                            HostileTexts.TRIES / 20,
                            orRefuse(text -> parts.configurations.dryRun(OPERATOR, List.of(UNIT), text, ALL)));
            assertThat(parts.configurations
                            .apply(OPERATOR, List.of(UNIT), "\uFEFF" + GOOD, ALL)
                            .differences())
                    .isNotEmpty();
        }
    }

    private static Consumer<String> orRefuse(Consumer<String> read) {
        return text -> {
            try {
                read.accept(text);
            } catch (RefusedException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        };
    }
}

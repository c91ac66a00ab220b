package org.careunit.casetypes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.casetypes.internal.catalogue.DefaultCaseTypes;
import org.careunit.storage.json.HostileTexts;
import org.careunit.storage.json.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case types, what units choose of them, and the operator's list out of hostile texts. */
class CaseTypeHostileTextsTest {

    private static final String SETTINGS =
            "{\"description\":\"Boka\",\"handlingDays\":3,\"firstReplyDays\":1," + "\"namedOnly\":false}";
    private static final int TRIES_OF_FILES = HostileTexts.TRIES / 20;

    private final RecordJson json = new RecordJson();

    @TempDir
    Path folder;

    @Test
    void hostileTypesAreRefusedInTimeAndTheGoodOneIsRead() {
        CentralType type = DefaultCaseTypes.load(folder, json).types().get(0);
        tryAll(CentralType.class, json.write(type), 1);
        tryAll(TypeSettings.class, SETTINGS, 2);
        tryAll(UnitChoice.class, json.write(UnitChoice.NONE), 3);
        assertThat(json.parse(CentralType.class, json.write(type))).isEqualTo(type);
    }

    private <T extends Record> void tryAll(Class<T> type, String good, long seed) {
        new HostileTexts(good, seed).tryAll(HostileTexts.TRIES / 3, text -> {
            try {
                T read = json.parse(type, text);
                assertThat(json.parse(type, json.write(read))).isEqualTo(read);
            } catch (RefusedException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        });
    }

    @Test
    void aHostileFileOfTheOperatorLeavesTheShippedTypes() throws IOException {
        int shipped = DefaultCaseTypes.load(folder, json).types().size();
        Path file = folder.resolve(DefaultCaseTypes.FILE);
        String good =
                "[" + json.write(DefaultCaseTypes.load(folder, json).types().get(1)) + "]";
        new HostileTexts(good, 4).tryAll(TRIES_OF_FILES, text -> {
            write(file, text);
            DefaultCaseTypes.Loaded loaded = DefaultCaseTypes.load(folder, json);
            assertThat(loaded.types().size())
                    .isEqualTo(
                            loaded.refusal().isPresent()
                                    ? shipped
                                    : loaded.types().size());
        });
        write(file, "\uFEFF" + good);
        assertThat(DefaultCaseTypes.load(folder, json).types()).hasSize(1);
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

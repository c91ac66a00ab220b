package org.careunit.settings.internal.caretypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.careunit.operations.HostileLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's list of care types out of hostile texts. */
class CareTypeHostileTextsTest {

    private static final String GOOD =
            "# ours\nbarnavardscentral;Barnavårdscentral;1504;bvc\nvardcentral;Vårdcentral;1502 1500;vc husläkare\n";

    @TempDir
    Path folder;

    @Test
    void aHostileFileLeavesTheShippedTypesInTimeAndTheGoodOneIsRead() {
        int shipped = CareTypeCatalogue.load(folder).all().size();
        new HostileLines(GOOD, 1).tryAll(HostileLines.TRIES / 20, text -> {
            write(text);
            CareTypeCatalogue read = CareTypeCatalogue.load(folder);
            if (read.refusal().isPresent()) {
                assertThat(read.all()).hasSize(shipped);
                assertThat(read.refusal().get()).startsWith(CareTypeCatalogue.FILE);
            } else {
                assertThat(read.all()).isNotEmpty().allSatisfy(type -> assertThat(type.key())
                        .matches("[a-z0-9-]{1,60}"));
            }
        });
        write("\uFEFF" + GOOD);
        assertThat(CareTypeCatalogue.load(folder).all()).hasSize(2);
    }

    private void write(String text) {
        try {
            Files.write(folder.resolve(CareTypeCatalogue.FILE), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

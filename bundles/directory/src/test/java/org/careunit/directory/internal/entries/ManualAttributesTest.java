package org.careunit.directory.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operators' manual names each attribute that is read of an entry, and no other. */
class ManualAttributesTest {

    private static final Pattern PARAGRAPH = Pattern.compile(
            "Attributes that are read \\([^)]*\\): of staff (.*?); of units (.*?)\\.\\n\\n", Pattern.DOTALL);

    /** Options are shown as an example, and stand in the parenthesis. */
    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");

    @Test
    void theManualNamesWhatIsReadOfStaffAndUnits() throws IOException {
        Matcher paragraph = PARAGRAPH.matcher(Files.readString(Path.of("../../features/README.md")));
        assertThat(paragraph.find()).isTrue();
        assertThat(names(paragraph.group(1)))
                .containsExactlyInAnyOrderElementsOf(AttributeNames.readOfStaff())
                .doesNotContain("nickName");
        assertThat(names(paragraph.group(2))).containsExactlyInAnyOrderElementsOf(AttributeNames.readOfUnits());
    }

    private static List<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group(1)).toList();
    }
}

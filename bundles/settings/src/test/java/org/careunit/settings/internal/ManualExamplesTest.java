package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.sections.SectionJson;
import org.junit.jupiter.api.Test;

/** The operators' manual has an example of each setting of a region, and each is read. */
class ManualExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("careunit:region-settings-set 01 ([a-z-]+) '(.*)'");

    @Test
    void eachSettingOfARegionHasAnExampleThatIsRead() throws IOException {
        Map<String, String> examples = new TreeMap<>();
        EXAMPLE.matcher(Files.readString(Path.of("../../features/README.md")))
                .results()
                .forEach(found -> examples.put(found.group(1), found.group(2)));
        assertThat(examples.keySet())
                .containsExactlyInAnyOrderElementsOf(SectionForms.OF_REGIONS.stream()
                        .map(form -> form.key())
                        .toList());
        SectionForms.OF_REGIONS.forEach(form ->
                assertThat((Object) new SectionJson().parse(form, examples.get(form.key()))).isNotNull());
    }
}

package org.careunit.terms.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.careunit.api.terms.CheckRules;
import org.careunit.storage.json.RecordJson;
import org.junit.jupiter.api.Test;

/** The operators' manual has an example of the check's rules, and it is read. */
class ManualExampleTest {

    private static final Pattern EXAMPLE = Pattern.compile("careunit:terms-rules 01 '(.*)'");

    @Test
    void theExampleOfTheRulesIsRead() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("../../features/README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(examples).hasSize(1);
        CheckRules rules = new RecordJson().parse(CheckRules.class, examples.get(0));
        assertThat(rules.primaryCancelHours()).hasValue(24);
        assertThat(rules.specialistCancelHours()).hasValue(72);
    }
}

package org.careunit.casetypes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeField;
import org.careunit.storage.json.RecordJson;
import org.junit.jupiter.api.Test;

/** The operators' manual has an example of a case type, and it is read. */
class ManualExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("careunit:case-type-catalogue-set 01 '(.*)'");

    @Test
    void theExampleOfACaseTypeIsRead() throws IOException {
        String manual = Files.readString(Path.of("../../features/README.md"));
        List<String> examples =
                EXAMPLE.matcher(manual).results().map(found -> found.group(1)).toList();
        assertThat(examples).hasSize(1);
        CentralType type = new RecordJson().parse(CentralType.class, examples.get(0));
        assertThat(type.settings().handlingDays()).hasValue(3);
        assertThat(type.locked()).containsExactly(TypeField.TERMS);
        assertThat(TypeField.values()).allSatisfy(field -> assertThat(manual).contains("`" + field + "`"));
    }
}

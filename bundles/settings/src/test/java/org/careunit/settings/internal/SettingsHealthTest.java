package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

class SettingsHealthTest {

    @Test
    void aRefusedCatalogueOfCareTypesIsAWarningThatSaysWhere() {
        Result result = SettingsHealth.result(Optional.of("care-types.csv, line 3: a key has 1 to 60 letters"));

        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(result.toString()).contains("care-types.csv, line 3", "The shipped care types hold");
    }

    @Test
    void withoutARefusalAllIsWell() {
        assertThat(SettingsHealth.result(Optional.empty()).getStatus()).isEqualTo(Result.Status.OK);
    }
}

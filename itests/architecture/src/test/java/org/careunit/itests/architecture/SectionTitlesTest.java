package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.careunit.notifications.internal.texts.SectionKeys;
import org.careunit.settings.internal.sections.SectionForm;
import org.careunit.settings.internal.sections.SectionForms;
import org.junit.jupiter.api.Test;

/** What decided about a message is called as the section of the unit's settings is. */
class SectionTitlesTest {

    @Test
    void explanationsCallSectionsAsSettingsDo() {
        assertThat(SectionForms.OF_UNITS.stream()
                        .filter(form -> SectionKeys.section(form.key()).equals(Optional.of(form.type()))))
                .hasSize(4)
                .allSatisfy(form -> assertThat(SectionKeys.title(form.key())).isEqualTo(form.title()));
    }

    @Test
    void aSectionThatNobodyKnowsIsCalledByItsKey() {
        assertThat(SectionKeys.title("daily-caps")).isEqualTo("daily-caps");
        assertThat(SectionForms.OF_UNITS).extracting(SectionForm::key).contains("daily-caps");
    }
}

package org.careunit.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.sections.SectionForm;
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.sections.SectionJson;
import org.careunit.settings.internal.sections.SectionNormalizer;
import org.careunit.storage.json.HostileTexts;
import org.junit.jupiter.api.Test;

/** Sections of units and regions out of hostile texts. */
class SectionHostileTextsTest {

    private final SectionJson json = new SectionJson();

    @Test
    void hostileTextsAreRefusedInTimeAndTheGoodOneIsRead() {
        Map<SectionForm<?>, Record> samples = new LinkedHashMap<>();
        new SectionRoundTripTest()
                .sections()
                .sampleStream()
                .limit(2_000)
                .forEach(section ->
                        samples.merge(SectionForms.ofUnit(section.getClass()), (Record) section, this::theLonger));
        for (SectionForm<? extends RegionSection> form : SectionForms.OF_REGIONS) {
            samples.put(form, (Record) form.unset());
        }
        assertThat(samples).hasSize(SectionForms.OF_UNITS.size() + SectionForms.OF_REGIONS.size());
        samples.forEach((form, section) -> {
            new HostileTexts(json.write(section), form.key().hashCode())
                    .tryAll(HostileTexts.TRIES / samples.size(), text -> readOrRefuse(form, text));
            assertThat(json.<Object>parse(typed(form), json.write(section))).isEqualTo(section);
        });
    }

    private Record theLonger(Record one, Record other) {
        return json.write(one).length() > json.write(other).length() ? one : other;
    }

    private void readOrRefuse(SectionForm<?> form, String text) {
        try {
            Object read = json.parse(form, text);
            Object kept = read instanceof Section section ? SectionNormalizer.of(section) : read;
            assertThat(json.<Object>parse(typed(form), json.write((Record) kept)))
                    .isEqualTo(kept);
        } catch (RefusedException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @SuppressWarnings("unchecked") // only the type of what is read is left out
    private static SectionForm<Object> typed(SectionForm<?> form) {
        return (SectionForm<Object>) form;
    }
}

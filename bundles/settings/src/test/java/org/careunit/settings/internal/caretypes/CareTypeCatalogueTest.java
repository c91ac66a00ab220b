package org.careunit.settings.internal.caretypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.CareTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CareTypeCatalogueTest {

    @TempDir
    Path folder;

    @Test
    void theShippedCatalogueHoldsUntilAnOperatorReplacesIt() {
        CareTypeCatalogue catalogue = CareTypeCatalogue.load(folder);

        assertThat(catalogue.refusal()).isEmpty();
        assertThat(catalogue.find("vardcentral").orElseThrow().name()).isEqualTo("Vårdcentral");
        assertThat(catalogue.keysOf(List.of("1504", "9999"))).containsExactly("barnavardscentral");
        assertThat(catalogue.all()).hasSizeGreaterThan(30);
    }

    @Test
    void unitsOfManyKindsAreKnownByTheirBusinessCodesAndEverydayWords() {
        CareTypeCatalogue catalogue = CareTypeCatalogue.load(folder);

        assertThat(catalogue.keysOf(List.of("1505", "1007")))
                .containsExactlyInAnyOrder("barnmorskemottagning", "habilitering");
        assertThat(catalogue.find("barnmorskemottagning").orElseThrow().words()).contains("mvc");
        assertThat(catalogue.find("fysioterapi").orElseThrow().words()).contains("sjukgymnast");
        assertThat(catalogue.find("urologi").orElseThrow().words()).contains("prostata");
        assertThat(catalogue.find("diabetesmottagning").orElseThrow().words()).contains("insulin");
        assertThat(catalogue.find("barnavardscentral").orElseThrow().words()).contains("bvc-sköterska");
        assertThat(catalogue.all()).as("whatever everybody says").noneSatisfy(type -> assertThat(type.words())
                .contains("mottagning"));
        assertThat(catalogue.find("vaccination").orElseThrow().businessCodes()).isEmpty();
    }

    @Test
    void anOperatorsCatalogueReplacesItWhole() throws IOException {
        write("\uFEFF# ours\n\nresmottagning;Resmottagning;1111 2222\n");

        CareTypeCatalogue catalogue = CareTypeCatalogue.load(folder);

        assertThat(catalogue.refusal()).isEmpty();
        assertThat(catalogue.all()).extracting(CareType::key).containsExactly("resmottagning");
        assertThat(catalogue.keysOf(List.of("2222"))).containsExactly("resmottagning");
    }

    @Test
    void whatNobodySeesInAFileIsLeftOut() throws IOException {
        write("\u00A0resmottagning\u200B;Resmot\u00ADtagning No\u0308rd;1111\u00A02222;vaccin\u00A0\u00A0resa\n");

        CareType type = CareTypeCatalogue.load(folder).find("resmottagning").orElseThrow();

        assertThat(type.name()).isEqualTo("Resmottagning Nörd");
        assertThat(type.businessCodes()).containsExactly("1111", "2222");
        assertThat(type.words()).containsExactly("vaccin", "resa");
    }

    @Test
    void aWrongLineIsNamedAndTheShippedCatalogueStays() throws IOException {
        for (String wrong : List.of("Å;Å;", "a;b", "a;;", "a;b;12", "ok;Annan;", "a;b;1504,1505", "a;b;1504;c;d")) {
            write("# ours\nok;Okej;\n" + wrong + "\n");

            CareTypeCatalogue catalogue = CareTypeCatalogue.load(folder);

            assertThat(catalogue.refusal().orElseThrow()).startsWith("care-types.csv, line 3: ");
            assertThat(catalogue.find("vardcentral")).isPresent();
        }
    }

    @Test
    void anotherEncodingAndAnEmptyFileAreRefused() throws IOException {
        Files.write(folder.resolve("care-types.csv"), "a;Vård;\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(CareTypeCatalogue.load(folder).refusal().orElseThrow()).contains("UTF-8");

        write("");
        assertThat(CareTypeCatalogue.load(folder).refusal().orElseThrow()).contains("at least one");
    }

    @Test
    void aUnitOffersOnlyWhatThereIs() {
        CareTypeCatalogue catalogue = CareTypeCatalogue.load(folder);

        catalogue.requireKnown(new CareTypes(Set.of("vardcentral")));
        assertThatThrownBy(() -> catalogue.requireKnown(new CareTypes(Set.of("vardcentral", "trolleri"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("keys: there is no care type trolleri");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("care-types.csv"), text);
    }
}

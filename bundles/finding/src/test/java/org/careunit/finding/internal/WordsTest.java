package org.careunit.finding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = new Words();

    @Test
    void eachWordSearchedForBeginsAWordWhateverTheCase() {
        words.add(0, "Norra mottagningen, Åre");
        words.add(0, "Barnavårdscentral (BVC)");
        words.add(1, "Norra vårdcentralen");
        words.add(2, "Södra mottagningen 2");
        assertThat(find("norra")).hasToString("{0, 1}");
        assertThat(find("mott NOR")).hasToString("{0}");
        assertThat(find("åre bvc")).hasToString("{0}");
        assertThat(find("2")).hasToString("{2}");
        assertThat(find("centralen")).hasToString("{}");
        assertThat(words.find(" - ", 1)).isNull();
    }

    @Test
    void thousandsOfUnitsHaveAWordOnceEach() {
        for (int unit = 0; unit < 5_000; unit++) {
            words.add(unit, "Mottagning mottagning M" + unit);
        }
        assertThat(find("mottagning").cardinality()).isEqualTo(5_000);
        assertThat(find("m4999")).hasToString("{4999}");
    }

    private BitSet find(String searched) {
        return BitSet.valueOf(words.find(searched, 79));
    }
}

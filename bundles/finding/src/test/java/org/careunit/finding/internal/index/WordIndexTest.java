package org.careunit.finding.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Collections;
import org.careunit.operations.HostileLines;
import org.junit.jupiter.api.Test;

class WordIndexTest {

    private final WordIndex words = new WordIndex();

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

    @Test
    void hostileSearchesAreAnsweredInTime() {
        for (int unit = 0; unit < 5_000; unit++) {
            words.add(unit, "Norra mottagningen, Åre M" + unit);
        }
        new HostileLines("norra mott m49", 1)
                .tryAll(HostileLines.TRIES / 20, searched -> words.find(searched, 5_000 / Long.SIZE + 1));
        assertThat(find("norra mott åre m4999")).hasToString("{4999}");
        String many = String.join(" ", Collections.nCopies(100_000, "m n a"));
        new HostileLines(many, 2).tryAll(20, searched -> words.find(searched, 5_000 / Long.SIZE + 1));
    }

    @Test
    void wordsAreFoundHoweverTheyAreTyped() {
        words.add(0, "Björkens vårdcentral");
        words.add(1, "Öron-, näs- och halsmottagningen");
        words.add(2, "Bjo\u0308rkna barnmorskor");
        assertThat(find("vårdcentralen björken")).hasToString("{0}");
        assertThat(find("vardcentral bjork")).hasToString("{0}");
        assertThat(find("BJO\u0308RKEN")).hasToString("{0, 2}");
        assertThat(find("halsmottagning oron")).hasToString("{1}");
        assertThat(find("björn")).hasToString("{}");
        assertThat(find("en")).hasToString("{}");
    }

    @Test
    void smallWordsHiddenSignsAndEndingsOfAbbreviationsNarrowNothingDown() {
        words.add(0, "Solna vård\u00ADcentral (VC)");
        words.add(1, "S:t Görans BVC");
        words.add(2, "Infektionsmottagningen Solna");
        assertThat(find("vårdcentral i Solna")).hasToString("{0}");
        assertThat(find("vc:n vid Solna")).hasToString("{0}");
        assertThat(find("bvc:s sankt göran")).hasToString("{1}");
        assertThat(find("St Göran")).hasToString("{1}");
        assertThat(find("Solna i")).as("a word that is being typed").hasToString("{2}");
        assertThat(find("i")).hasToString("{2}");
        assertThat(find("vårdcentral i Umeå")).hasToString("{}");
    }

    @Test
    void severalAreFoundAsOneIs() {
        words.add(0, "sjukgymnast fysioterapi");
        words.add(1, "barnmorskemottagning");
        words.add(2, "Norrtälje vårdcentral");
        assertThat(find("sjukgymnaster")).hasToString("{0}");
        assertThat(find("sjukgymnastens")).hasToString("{0}");
        assertThat(find("barnmorska")).hasToString("{1}");
        assertThat(find("barnmorskor")).hasToString("{1}");
        assertThat(find("vårdcentraler")).hasToString("{2}");
        assertThat(find("Norra")).as("a name of its own").hasToString("{}");
    }

    @Test
    void namesOfRealKindsAreFoundAsPeopleTypeThem() {
        words.add(0, "Åsö vårdcentral");
        words.add(1, "Na\u0308rha\u0308lsan Mölnlycke vårdcentral");
        words.add(2, "Barnavårdscentralen Gröna Dalen");
        words.add(3, "Öbacka Hälsocentral");
        words.add(4, "Hud- och könsmottagningen, Café 1");
        words.add(5, "Ungdomsmottagningen i Väst");
        assertThat(find("ASO VARDCENTRAL")).hasToString("{0}");
        assertThat(find("vårdcentralen\u00A0A\u030Aso\u0308")).hasToString("{0}");
        assertThat(find("MO\u0308LNLYCKE nar")).hasToString("{1}");
        assertThat(find("närhälsans vårdcentraler")).hasToString("{1}");
        assertThat(find("barnavårdscentral gröna dalens")).hasToString("{2}");
        assertThat(find("hälsocentralen Öbackas")).hasToString("{3}");
        assertThat(find("köns\u00ADmottagning hud cafe")).hasToString("{4}");
        assertThat(find("väst, ungdomsmottagning")).hasToString("{5}");
        assertThat(find("\uFF41sö")).as("full width").hasToString("{0}");
        assertThat(find("åsö dalen")).hasToString("{}");
    }

    private BitSet find(String searched) {
        return BitSet.valueOf(words.find(searched, 79));
    }
}

package org.careunit.units.internal.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MunicipalityFileTest {

    private static final List<Integer> COUNTED =
            List.of(26, 8, 9, 13, 13, 8, 12, 1, 5, 33, 6, 49, 16, 12, 10, 15, 10, 7, 8, 15, 14);

    @TempDir
    Path directory;

    @Test
    void theShippedListHasEveryCountyAndMunicipalityOnce() {
        Municipalities list = file().list();
        assertThat(list.counties()).hasSize(21);
        assertThat(list.counties())
                .extracting(county -> list.municipalities(county.code()).size())
                .isEqualTo(COUNTED);
        assertThat(list.size()).isEqualTo(290);
        Set<String> names = new HashSet<>();
        list.counties().forEach(county -> list.municipalities(county.code()).forEach(one -> names.add(one.name())));
        assertThat(names).hasSize(290);
        assertThat(list.municipality(new MunicipalityCode("1481")))
                .map(Geography.Municipality::name)
                .contains("Mölndal");
        assertThat(list.municipality(new MunicipalityCode("0100"))).isEmpty();
    }

    @Test
    void anOperatorsFileReplacesIt() throws IOException {
        write("\uFEFFcode,name\n# ours\n01,Stockholms län\n0184,Solna stad\n");
        Municipalities list = file().list();
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.municipalities(new CountyCode("01")))
                .containsExactly(new Geography.Municipality(new MunicipalityCode("0184"), "Solna stad"));
        assertThat(list.municipalities(new CountyCode("03"))).isEmpty();
    }

    @Test
    void whatNobodySeesInAFileIsLeftOut() throws IOException {
        write("01 ,\u00A0Stockholms  län\n\u200B0184\u00A0,So\u00ADlna\n0192, Nyna\u0308shamn\u200E\n");
        assertThat(file().list().municipalities(new CountyCode("01")))
                .extracting(Geography.Municipality::name)
                .containsExactly("Solna", "Nynäshamn");
        assertThat(file().list().counties()).extracting(Geography.County::name).containsExactly("Stockholms län");
        for (String code : List.of("180", "018O", "\uFF10180", "0180;", "\"0180\"", "+180")) {
            assertThat(wrong("01,Stockholms län\n" + code + ",Stockholm\n")).contains("Line 2");
        }
    }

    @Test
    void aWrongFileIsToldWithItsLineAndTheShippedListStays() throws IOException {
        assertThat(wrong("01,Stockholms län\n0184 Solna\n")).contains("Line 2: write a code, a comma and a name");
        assertThat(wrong("01,Stockholms län\n0184,Solna\n0184,Solna\n")).contains("Line 3", "twice");
        assertThat(wrong("0184,Solna\n")).contains("Line 1: county 01 must stand before");
        assertThat(wrong("01,Stockholms län\n18,\n")).contains("Line 2: a name has");
        assertThat(wrong("99,Nowhere\n")).contains("Line 1: '99' is not the code of a county");
        assertThat(wrong("01,Stockholms län\n")).contains("County 01 has no municipality");
        assertThat(wrong("")).contains("no county");
        Files.write(directory.resolve("municipalities.csv"), "01,Södra\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(file().held().wrong()).contains("Line 1", "UTF-8");
    }

    @Test
    void aFileThatComesAndGoesIsNoticed() throws IOException {
        MunicipalityFile file = file();
        write("01,Stockholms län\n0184,Solna\n");
        file.look();
        assertThat(file.list().size()).isEqualTo(1);
        Files.delete(directory.resolve("municipalities.csv"));
        file.look();
        assertThat(file.list().size()).isEqualTo(290);
    }

    private String wrong(String text) throws IOException {
        write(text);
        MunicipalityFile file = file();
        assertThat(file.list().size()).isEqualTo(290);
        return file.held().wrong();
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("municipalities.csv"), text);
    }

    private MunicipalityFile file() {
        return new MunicipalityFile(directory.resolve("municipalities.csv"));
    }
}

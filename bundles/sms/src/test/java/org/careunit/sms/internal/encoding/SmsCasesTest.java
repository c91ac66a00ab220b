package org.careunit.sms.internal.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.sms.SmsText;
import org.careunit.api.sms.SmsText.Alphabet;
import org.careunit.api.sms.SmsText.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts with the alphabet, units and parts that two independent libraries agree on, and some of our own. */
class SmsCasesTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

    /** One line of the table. */
    record Line(String name, String text, List<String> columns) {

        String encoding() {
            return columns.get(8);
        }

        boolean isComposed() {
            return columns.get(2).equals(columns.get(8)) && columns.get(3).equals(columns.get(9));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String file : List.of("gsm7.tsv", "gsm7-own.tsv")) {
            try (InputStream table = SmsCasesTest.class.getResourceAsStream(file)) {
                new String(table.readAllBytes(), UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.startsWith("name\t"))
                        .map(line -> List.of(line.split("\t", -1)))
                        .forEach(line -> lines.add(new Line(line.get(0), text(line.get(1)), line)));
            }
        }
        return lines.stream();
    }

    private static String text(String written) {
        return ESCAPE.matcher(written).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String escape) {
        return switch (escape.charAt(0)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'f' -> "\f";
            case 'u' -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
            default -> escape;
        };
    }

    @ParameterizedTest
    @MethodSource("lines")
    void alphabetUnitsAndPartsAreRight(Line line) {
        SmsText cut = SmsText.of(line.text());
        assertThat(cut.alphabet()).isEqualTo(line.encoding().equals("GSM-7") ? Alphabet.GSM_7 : Alphabet.UCS_2);
        assertThat(cut.units()).isEqualTo(Integer.parseInt(line.columns().get(9)));
        assertThat(cut.parts()).hasSize(Integer.parseInt(line.columns().get(10)));
        if (line.isComposed()) {
            assertThat(unitsOfParts(cut)).isEqualTo(line.columns().get(5));
            SmsText longReference = SmsText.of(line.text(), Reference.SIXTEEN_BIT);
            assertThat(longReference.parts())
                    .hasSize(Integer.parseInt(line.columns().get(6)));
            assertThat(unitsOfParts(longReference)).isEqualTo(line.columns().get(7));
        }
    }

    private static String unitsOfParts(SmsText cut) {
        return cut.parts().stream()
                .map(part -> Integer.toString(cut.alphabet().units(part)))
                .collect(Collectors.joining("+"));
    }
}

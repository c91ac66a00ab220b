package org.careunit.terms.internal.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers as they are written in Swedish, in figures or words, up to a hundred. */
final class SwedishNumbers {

    private static final List<String> SMALL = List.of(
            "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
            "fjorton", "femton", "sexton", "sjutton", "arton", "nitton");
    private static final List<String> TENS =
            List.of("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio");
    private static final Map<String, Integer> WORDS = words();

    /** One number, without anything around it. */
    static final String PATTERN = "(?:\\d{1,3}(?:,\\d)?|"
            + WORDS.keySet().stream()
                    .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                    .collect(Collectors.joining("|"))
            + ")";

    private SwedishNumbers() {}

    /** What a match of {@link #PATTERN} says. */
    static double value(String written) {
        Integer word = WORDS.get(written.toLowerCase(Locale.ROOT));
        return word != null ? word : Double.parseDouble(written.replace(',', '.'));
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        words.put("en", 1);
        words.put("hundra", 100);
        words.put("etthundra", 100);
        for (int number = 0; number < SMALL.size(); number++) {
            words.put(SMALL.get(number), number);
        }
        for (int ten = 0; ten < TENS.size(); ten++) {
            int base = 20 + 10 * ten;
            words.put(TENS.get(ten), base);
            words.put(TENS.get(ten) + "en", base + 1);
            for (int one = 1; one < 10; one++) {
                words.put(TENS.get(ten) + SMALL.get(one), base + one);
            }
        }
        return Map.copyOf(words);
    }
}

package org.careunit.terms.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Numbers as they are written in Swedish, in figures or words, up to a hundred. */
final class SwedishNumbers {

    private static final int LONGEST = 6;
    private static final List<String> SMALL = List.of(
            "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
            "fjorton", "femton", "sexton", "sjutton", "arton", "nitton");
    private static final List<String> TENS =
            List.of("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio");
    private static final Map<String, Integer> WORDS = words();

    private SwedishNumbers() {}

    /** What a token says; empty if it is no number, or a time such as 08.00. */
    static OptionalDouble value(Token token) {
        Integer word = WORDS.get(token.text());
        if (word != null) {
            return OptionalDouble.of(word);
        }
        if (token.kind() != Token.Kind.NUMBER || token.text().length() > LONGEST) {
            return OptionalDouble.empty();
        }
        return figures(token.text());
    }

    private static OptionalDouble figures(String written) {
        int point = Math.max(written.indexOf(','), written.indexOf('.'));
        if (point >= 0 && written.length() - point != 2) {
            return OptionalDouble.empty();
        }
        for (int at = 0; at < written.length(); at++) {
            char sign = written.charAt(at);
            if (at != point && (sign < '0' || sign > '9')) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(Double.parseDouble(written.replace(',', '.')));
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        words.put("en", 1);
        words.put("aderton", 18);
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

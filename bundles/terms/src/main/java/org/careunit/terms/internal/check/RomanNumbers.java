package org.careunit.terms.internal.check;

import java.util.List;
import java.util.Set;

/** Distinguishes X, XX and XXX as Roman numbers or sizes from placeholders, by the words before them. */
final class RomanNumbers {

    private static final Set<String> NUMBERED = Set.of(
            "kapitel",
            "kapitlet",
            "kap",
            "avsnitt",
            "bilaga",
            "artikel",
            "stadium",
            "klass",
            "karl",
            "gustaf",
            "gustav",
            "århundradet",
            "seklet",
            "påve",
            "band",
            "volym",
            "del",
            "paragraf",
            "fragil",
            "fragilt",
            "nerv",
            "typ",
            "grad",
            "§");

    private static final Set<String> NUMBERED_ENDS = Set.of("faktor", "nerv", "kapitlet");
    private static final Set<String> TYPED = Set.of("kollagen", "glykogenos", "hyperlipidemi");
    private static final Set<String> JOINS = Set.of("-", "–", ",", "och", "till");

    private RomanNumbers() {}

    /** Whether what is written at a place is a number or a size, and not left to fill in. */
    static boolean isOne(Passage passage, int start, int end) {
        String written = passage.lower().substring(start, end);
        if (!isRoman(written) || written.length() > 3) {
            return false;
        }
        List<Token> tokens = passage.tokens();
        int at = passage.tokenAt(start);
        String before = text(tokens, at - 1);
        if (before.equals(".")) {
            before = text(tokens, at - 2);
        }
        if (before.equals("typ")) {
            return TYPED.contains(text(tokens, at - 2));
        }
        return NUMBERED.contains(before)
                || before.startsWith("storlek")
                || NUMBERED_ENDS.stream().anyMatch(before::endsWith)
                || (JOINS.contains(before)
                        && isRoman(text(tokens, at - 2))
                        && !text(tokens, at - 2).equals(written));
    }

    private static String text(List<Token> tokens, int at) {
        return at < 0 ? "" : tokens.get(at).text();
    }

    private static boolean isRoman(String word) {
        return !word.isEmpty() && word.length() <= 8 && word.chars().allMatch(letter -> "ivxlcdm".indexOf(letter) >= 0);
    }
}

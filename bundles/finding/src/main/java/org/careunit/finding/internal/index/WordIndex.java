package org.careunit.finding.internal.index;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Index from word prefixes to units, ignoring diacritics, Unicode form and endings. Not changed once it is filled. */
public final class WordIndex {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Longest first. */
    private static final List<String> ENDINGS = List.of("ens", "ets", "arna", "erna", "orna", "en", "et", "na", "s");

    private static final int SHORTEST_STEM = 4;

    /** Maximum length of a search text; the rest is ignored. */
    private static final int LONGEST_SEARCH = 200;

    private static final int MOST_WORDS = 10;

    private final NavigableMap<String, UnitList> units = new TreeMap<>();

    /** @param unit none lower than the one before */
    public void add(int unit, String text) {
        of(text).forEach(word ->
                units.computeIfAbsent(word, first -> new UnitList()).add(unit));
    }

    /** The units that have a word for each one searched for, as a bitmap over units. */
    public long[] find(String searched, int length) {
        BitSet found = null;
        for (String word : searchedFor(searched)) {
            BitSet with = new BitSet();
            for (String stem : stems(word)) {
                units.subMap(stem, stem + Character.MAX_VALUE).values().forEach(having -> having.markIn(with));
            }
            if (found == null) {
                found = with;
            } else {
                found.and(with);
            }
        }
        return found == null ? null : Arrays.copyOf(found.toLongArray(), length);
    }

    private static List<String> searchedFor(String searched) {
        String read = searched.length() <= LONGEST_SEARCH ? searched : searched.substring(0, LONGEST_SEARCH);
        return of(read).stream().distinct().limit(MOST_WORDS).toList();
    }

    /** Words without dots and accents: Å, ä and é are often typed as a, a and e, and come in two Unicode forms. */
    private static List<String> of(String text) {
        String letters = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        return BETWEEN.splitAsStream(letters.replace("æ", "a").replace("ø", "o"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * A genitive finds the name without it, and the other way round: "Björkens vårdcentral", "vårdcentralen Björken".
     */
    private static List<String> stems(String word) {
        for (String ending : ENDINGS) {
            if (word.length() >= ending.length() + SHORTEST_STEM && word.endsWith(ending)) {
                return List.of(word, word.substring(0, word.length() - ending.length()));
            }
        }
        return List.of(word);
    }

    /**
     * The units that have a word, in a list: most words are one unit's own, and a bitmap each would be as long as all
     * units.
     */
    private static final class UnitList {

        private int[] units = new int[1];
        private int count;

        void add(int unit) {
            if (count > 0 && units[count - 1] == unit) {
                return;
            }
            if (count == units.length) {
                units = Arrays.copyOf(units, 2 * count);
            }
            units[count++] = unit;
        }

        void markIn(BitSet found) {
            for (int i = 0; i < count; i++) {
                found.set(units[i]);
            }
        }
    }
}

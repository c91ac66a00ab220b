package org.careunit.finding.internal.index;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Index from word prefixes to units, ignoring diacritics, Unicode form and endings. Not changed once it is filled. */
public final class WordIndex {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What stands on letters, and signs that nobody sees, such as a soft hyphen. */
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");

    private static final Pattern SAINT = Pattern.compile("(?<!\\p{L})(?:s:t|sankt)(a?)(?!\\p{L})");

    /** Endings that abbreviations have behind a colon: "bvc:n", "mvc:s". */
    private static final Pattern COLON_ENDINGS =
            Pattern.compile("(?<=\\p{L})[:’'](?:s|n|ns|en|ens|t|ts|et|ets)(?!\\p{L})");

    /** Words that say nothing of what is searched for: "vårdcentral i Solna". */
    private static final Set<String> SMALL = Set.of(
            "i", "pa", "vid", "och", "for", "till", "hos", "av", "med", "nara", "en", "ett", "den", "det", "min");

    /** Longest first. */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("arna", 4),
            new Ending("erna", 4),
            new Ending("orna", 4),
            new Ending("ens", 4),
            new Ending("ets", 4),
            new Ending("en", 4),
            new Ending("et", 4),
            new Ending("na", 4),
            new Ending("ar", 5),
            new Ending("er", 5),
            new Ending("or", 5),
            new Ending("a", 7),
            new Ending("n", 6),
            new Ending("s", 4));

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

    /** Without small words; the last one stays, since it may be the beginning of a longer one. */
    private static List<String> searchedFor(String searched) {
        String read = searched.length() <= LONGEST_SEARCH ? searched : searched.substring(0, LONGEST_SEARCH);
        List<String> words = of(read).stream().distinct().toList();
        return IntStream.range(0, words.size())
                .filter(place -> place == words.size() - 1 || !SMALL.contains(words.get(place)))
                .mapToObj(words::get)
                .limit(MOST_WORDS)
                .toList();
    }

    /** Words without dots and accents: Å, ä and é are often typed as a, a and e, and come in two Unicode forms. */
    private static List<String> of(String text) {
        String letters = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        String saints = SAINT.matcher(letters).replaceAll("st$1");
        String plain =
                COLON_ENDINGS.matcher(saints).replaceAll("").replace("æ", "a").replace("ø", "o");
        return BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * A genitive finds the name without it, and the other way round, and so do plurals: "Björkens vårdcentral",
     * "vårdcentralen Björken", "sjukgymnaster".
     */
    private static List<String> stems(String word) {
        for (Ending ending : ENDINGS) {
            if (ending.isOf(word)) {
                return List.of(
                        word, word.substring(0, word.length() - ending.letters().length()));
            }
        }
        return List.of(word);
    }

    /** @param shortest how long a stem it stands behind */
    private record Ending(String letters, int shortest) {

        boolean isOf(String word) {
            return word.length() >= letters.length() + shortest && word.endsWith(letters);
        }
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

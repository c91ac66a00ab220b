package org.careunit.finding.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which units have a word that begins so. Not changed once it is filled. */
final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final NavigableMap<String, Having> units = new TreeMap<>();

    /** @param unit none lower than the one before */
    void add(int unit, String text) {
        of(text).forEach(word ->
                units.computeIfAbsent(word, first -> new Having()).add(unit));
    }

    /** The units that have a word for each one searched for, as a bitmap over units. */
    long[] find(String searched, int length) {
        BitSet found = null;
        for (String word : of(searched)) {
            BitSet with = new BitSet();
            units.subMap(word, word + Character.MAX_VALUE).values().forEach(having -> having.markIn(with));
            if (found == null) {
                found = with;
            } else {
                found.and(with);
            }
        }
        return found == null ? null : Arrays.copyOf(found.toLongArray(), length);
    }

    private static List<String> of(String text) {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The units that have a word, in a list: most words are one unit's own, and a bitmap each would be as long as all units. */
    private static final class Having {

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

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

    private final NavigableMap<String, BitSet> units = new TreeMap<>();

    void add(int unit, String text) {
        of(text).forEach(word ->
                units.computeIfAbsent(word, first -> new BitSet()).set(unit));
    }

    /** The units that have a word for each one searched for, as a bitmap over units. */
    long[] find(String searched, int length) {
        BitSet found = null;
        for (String word : of(searched)) {
            BitSet with = new BitSet();
            units.subMap(word, word + Character.MAX_VALUE).values().forEach(with::or);
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
}

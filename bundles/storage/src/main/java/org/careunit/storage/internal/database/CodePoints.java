package org.careunit.storage.internal.database;

import java.util.Comparator;

/** Compares texts by code point, which is the order of their UTF-8 bytes and of PostgreSQL's collation C. */
public final class CodePoints {

    /** Differs from that of {@code String} where a surrogate meets a character above U+DFFF. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    private static int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return compare(one.charAt(i), other.charAt(i));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Surrogates encode characters that sort after all others. */
    private static int compare(char one, char other) {
        boolean onePaired = Character.isSurrogate(one);
        return onePaired == Character.isSurrogate(other) ? Character.compare(one, other) : onePaired ? 1 : -1;
    }
}

package org.careunit.storage.internal.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Queries many rows by the two columns of an index, such as unit and case, in few statements. Both columns stand in the
 * condition as one row value: with an IN on the second column alone, H2 reads all rows that have the first.
 */
public final class KeyPairs {

    /** Stands in a query behind {@code (first, second) IN}. */
    public static final String MARK = ":pairs";

    private static final int AT_ONCE = 200;

    private KeyPairs() {}

    /**
     * All rows of a query, which is run for groups of keys; the order is that of each statement.
     *
     * @param query with {@link #MARK} in it, once and before any other parameter; has no other parameters
     */
    public static <T, K> List<T> list(
            Sql sql, String query, Sql.Row<T> row, Collection<K> keys, Function<K, List<String>> pair) {
        List<T> found = new ArrayList<>();
        List<K> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<K> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            String places = "(" + String.join(", ", Collections.nCopies(some.size(), "(?, ?)")) + ")";
            Object[] values =
                    some.stream().flatMap(key -> pair.apply(key).stream()).toArray();
            found.addAll(sql.list(query.replace(MARK, places), row, values));
        }
        return found;
    }
}

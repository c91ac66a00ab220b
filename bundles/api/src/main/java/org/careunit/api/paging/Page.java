package org.careunit.api.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.failure.RefusedException;

/**
 * Some rows of a list, in its order.
 *
 * @param rows at most as many as were asked for; never null
 * @param next leads to the page behind this one, and means nothing else; empty where the list ends; never null
 */
public record Page<T>(List<T> rows, Optional<String> next) {

    public Page {
        rows = List.copyOf(rows);
        Objects.requireNonNull(next, "next");
    }

    /** The request for the page behind this one, of as many rows; empty where the list ends. */
    public Optional<PageRequest> following(int limit) {
        return next.map(after -> new PageRequest(limit, Optional.of(after)));
    }

    /** The same page of something made of each row. */
    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(rows.stream().<R>map(each).toList(), next);
    }

    /**
     * A page of rows of which one more than asked for was read, if there was one.
     *
     * @param read at most {@code limit + 1} rows, from the one after {@link PageRequest#after} on
     * @param key what tells a row from all others of the list; the last one's leads to the next page
     */
    public static <T> Page<T> ofRead(List<T> read, Function<? super T, String> key, PageRequest request) {
        if (read.size() <= request.limit()) {
            return new Page<>(read, Optional.empty());
        }
        List<T> rows = read.subList(0, request.limit());
        return new Page<>(rows, Optional.of(key.apply(rows.get(rows.size() - 1))));
    }

    /**
     * A page of a list that is there as a whole.
     *
     * @param key what tells a row from all others of the list
     * @throws RefusedException if no row has the key that the request names: it is of another list, or gone
     */
    public static <T> Page<T> of(List<T> all, Function<? super T, String> key, PageRequest request) {
        int from = request.after().map(after -> place(all, key, after) + 1).orElse(0);
        int most = Math.min(all.size(), from + request.limit());
        int more = most < all.size() ? most + 1 : most;
        return ofRead(new ArrayList<>(all.subList(from, more)), key, request);
    }

    private static <T> int place(List<T> all, Function<? super T, String> key, String after) {
        for (int place = 0; place < all.size(); place++) {
            if (key.apply(all.get(place)).equals(after)) {
                return place;
            }
        }
        throw PageRequest.unreadable();
    }
}

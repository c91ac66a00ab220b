package org.careunit.api.history;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;

/**
 * One saved version of something that somebody decides.
 *
 * @param version 1, 2, 3 … without gaps
 * @param content what it said; empty if the version gave up what was saved, so that the default held
 * @param actor the label of the one who saved it; never null
 * @param at when; never null
 * @param changes from what to what, against the version before; never null, empty if nothing changed
 */
public record Saved<T>(long version, Optional<T> content, String actor, Instant at, List<Change> changes) {
    public Saved {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
        changes = List.copyOf(changes);
    }

    /** A page of a history. */
    public static <T> Page<Saved<T>> page(List<Saved<T>> history, PageRequest page) {
        return Page.of(history, saved -> Long.toString(saved.version()), page);
    }

    /**
     * One difference.
     *
     * @param path where, as a JSON Pointer (RFC 6901), for example {@code /addresses/1}; never null
     * @param before as JSON; empty if it was added
     * @param after as JSON; empty if it was removed
     */
    public record Change(String path, Optional<String> before, Optional<String> after) {
        public Change {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        /** The path alone: the values may tell of a person. */
        @Override
        public String toString() {
            return "(changed: " + path + ")";
        }
    }

    public Saved<T> withVersion(long version) {
        return new Saved<>(version, content, actor, at, changes);
    }

    public Saved<T> withContent(Optional<T> content) {
        return new Saved<>(version, content, actor, at, changes);
    }

    public Saved<T> withActor(String actor) {
        return new Saved<>(version, content, actor, at, changes);
    }

    public Saved<T> withAt(Instant at) {
        return new Saved<>(version, content, actor, at, changes);
    }

    public Saved<T> withChanges(List<Change> changes) {
        return new Saved<>(version, content, actor, at, changes);
    }
}

package org.careunit.storage.documents;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.json.JsonPath;

/** Adds the path within a configuration to refusals: each level that a refusal passes puts its own name in front. */
public final class EntryPath {

    private EntryPath() {}

    /**
     * Processes a part or an entry.
     *
     * @throws RefusedException if the work refuses, with the name in front of its path
     */
    public static <T> T of(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException refusal) {
            throw refusal.within(JsonPath.WHOLE.key(name).pointer());
        }
    }

    /**
     * Does the same work for several parts or entries.
     *
     * @throws RefusedException with all that was refused, each with the name in front of its path
     */
    public static void each(Collection<String> names, Consumer<String> work) {
        Problems problems = new Problems();
        names.forEach(name -> problems.check(() -> within(name, () -> work.accept(name))));
        problems.refuse();
    }

    /** As above, of work without an answer. */
    public static void within(String name, Runnable work) {
        of(name, () -> {
            work.run();
            return name;
        });
    }
}

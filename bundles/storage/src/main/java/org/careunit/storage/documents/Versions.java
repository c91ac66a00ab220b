package org.careunit.storage.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.history.Saved;
import org.careunit.storage.documents.Document.State;

/** The versions of a document as people read them. Safe for use by many threads. */
public final class Versions {

    private Versions() {}

    /**
     * Each version with what it changed.
     *
     * @param newestFirst all versions of one document; not null
     * @param reading what a version says; does not answer null
     */
    public static <T> List<Saved<T>> of(List<Document> newestFirst, Function<Document, T> reading) {
        List<Saved<T>> versions = new ArrayList<>();
        for (int place = 0; place < newestFirst.size(); place++) {
            Document document = newestFirst.get(place);
            boolean first = place + 1 == newestFirst.size();
            String before = first ? "{}" : newestFirst.get(place + 1).content().json();
            versions.add(new Saved<>(
                    document.version(),
                    document.content().state() == State.REMOVED
                            ? Optional.empty()
                            : Optional.of(reading.apply(document)),
                    document.content().actor(),
                    document.savedAt(),
                    Differences.between(before, document.content().json())));
        }
        return versions;
    }
}

package org.careunit.storage.documents;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document.Content;

/**
 * Converts between the documents of a kind and records.
 *
 * @param name the kind in {@link DocumentId}; never null
 * @param shape the number of the JSON's form; one more whenever a component changes its meaning
 * @param write the JSON of a record; does not answer null
 * @param read the record of a JSON; throws {@link org.careunit.api.failure.RefusedException} for what it cannot read
 */
public record DocumentKind<T>(String name, int shape, Function<T, String> write, Function<String, T> read) {

    public DocumentKind {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(write, "write");
        Objects.requireNonNull(read, "read");
    }

    /** The document of this kind with a key. */
    public DocumentId of(Scope scope, String key) {
        return new DocumentId(scope, name, key);
    }

    /** The content to save: a record, or empty to delete the document. */
    public Content content(Optional<T> record, String actor) {
        return written(record.map(write), actor);
    }

    /** As above, of a record that is written already. */
    public Content written(Optional<String> json, String actor) {
        return json.map(text -> Content.published(shape, text, actor)).orElseGet(() -> Content.removed(shape, actor));
    }
}

package org.careunit.storage.documents;

import java.util.Objects;
import org.careunit.storage.Scope;

/**
 * Identifies a document across all its versions.
 *
 * @param scope whose it is; never null
 * @param kind what it is, for example {@code settings} or {@code terms}; never null
 * @param key which of that kind, for example a section or a case type; never null
 */
public record DocumentId(Scope scope, String kind, String key) {

    public DocumentId {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return kind + "/" + key + " of " + scope.level().name().toLowerCase(java.util.Locale.ROOT) + " " + scope.id();
    }
}

package org.careunit.terms.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.storage.Documents;
import org.careunit.storage.Scope;

/**
 * Which units and regions have ever saved a text of a type: most have not, and need not be looked up. Safe for use by many
 * threads.
 */
final class Present {

    private final Map<Key, Set<String>> scopes = new ConcurrentHashMap<>();
    private final Documents documents;
    private long changes;

    Present(Documents documents) {
        this.documents = documents;
    }

    boolean has(Scope scope, String type) {
        Key key = new Key(scope.level(), type);
        Set<String> known = scopes.get(key);
        return (known == null ? read(key) : known).contains(scope.id());
    }

    private Set<String> read(Key key) {
        long before = changes();
        Set<String> fresh = ConcurrentHashMap.newKeySet();
        fresh.addAll(stored(key));
        keep(key, fresh, before);
        return fresh;
    }

    private Set<String> stored(Key key) {
        Set<String> stored = new HashSet<>();
        documents
                .newestOfAll(key.level(), Shelf.KIND, key.type())
                .forEach(document -> stored.add(document.id().scope().id()));
        return stored;
    }

    /** A text was saved there. */
    synchronized void changed(Scope scope, String type) {
        changes++;
        Set<String> known = scopes.get(new Key(scope.level(), type));
        if (known != null) {
            known.add(scope.id());
        }
    }

    synchronized void anything() {
        changes++;
        scopes.clear();
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized void keep(Key key, Set<String> fresh, long before) {
        if (changes == before) {
            scopes.put(key, fresh);
        }
    }

    private record Key(Scope.Level level, String type) {}
}

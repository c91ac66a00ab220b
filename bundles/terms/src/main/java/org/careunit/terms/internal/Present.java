package org.careunit.terms.internal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Documents;

/**
 * Which texts units and regions have ever saved: of most types they have none, and it need not be looked up. Safe for use by many
 * threads.
 */
final class Present {

    private final Map<Scope.Level, Set<Text>> texts = new ConcurrentHashMap<>();
    private final Documents documents;
    private long changes;

    Present(Documents documents) {
        this.documents = documents;
    }

    boolean has(Scope scope, String type) {
        Set<Text> known = texts.get(scope.level());
        return (known == null ? read(scope.level()) : known).contains(new Text(scope.id(), type));
    }

    private Set<Text> read(Scope.Level level) {
        long before = changes();
        Set<Text> fresh = ConcurrentHashMap.newKeySet();
        documents
                .idsOf(level, Shelf.KIND)
                .forEach(id -> fresh.add(new Text(id.scope().id(), id.key())));
        keep(level, fresh, before);
        return fresh;
    }

    /** A text was saved there. */
    synchronized void changed(Scope scope, String type) {
        changes++;
        Set<Text> known = texts.get(scope.level());
        if (known != null) {
            known.add(new Text(scope.id(), type));
        }
    }

    synchronized void anything() {
        changes++;
        texts.clear();
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized void keep(Scope.Level level, Set<Text> fresh, long before) {
        if (changes == before) {
            texts.put(level, fresh);
        }
    }

    private record Text(String scope, String type) {}
}

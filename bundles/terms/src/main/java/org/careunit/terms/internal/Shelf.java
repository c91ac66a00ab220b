package org.careunit.terms.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.cache.Remembered;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;

/** Texts in memory, forgotten when the store tells that they were changed. What is read inside a transaction is not kept. */
final class Shelf implements Changes.Listener {

    /** The kind of the documents. */
    static final String KIND = "terms";

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST = 50_000;

    private final Transactions transactions;
    private final Documents documents;
    private final Clock clock;
    private final RecordJson json;
    private final Present present;
    private final Remembered<DocumentId, Timeline> remembered;

    Shelf(Transactions transactions, Documents documents, Clock clock, RecordJson json) {
        this.transactions = transactions;
        this.documents = documents;
        this.clock = clock;
        this.json = json;
        present = new Present(documents);
        remembered = new Remembered<>(id -> Optional.of(read(id)), LONGEST, MOST);
    }

    Timeline timeline(DocumentId id) {
        if (transactions.isOpen()) {
            return read(id);
        }
        return present.has(id.scope(), id.key()) ? remembered.get(id).orElseThrow() : Timeline.EMPTY;
    }

    /** What holds now. */
    Optional<Version> now(DocumentId id) {
        return timeline(id).at(clock.instant());
    }

    private Timeline read(DocumentId id) {
        return Timeline.of(documents.history(id), clock.instant(), json);
    }

    @Override
    public void changed(Changes.Change change) {
        if (change.kind().equals(KIND)) {
            Scope scope = change.scope();
            present.changed(scope, change.key());
            remembered.drop(new DocumentId(scope, KIND, change.key()));
        }
    }

    @Override
    public void anything() {
        present.anything();
        remembered.clear();
    }
}

package org.careunit.terms.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.RegionTerms.Rules;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.cache.Remembered;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.DocumentRepository.Edit;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Revision.Trace;
import org.careunit.storage.documents.Right;
import org.careunit.storage.json.RecordJson;

/** What the check goes by in each region. */
final class StoredRules implements Changes.Listener {

    private static final String KIND = "terms-rules";
    private static final String KEY = "check";
    private static final int SHAPE = 1;
    private static final Rules UNSET = new Rules(CheckRules.DEFAULT, 0);

    private final Transactions transactions;
    private final DocumentRepository<CheckRules> repository;
    private final Remembered<CountyCode, Rules> remembered;

    StoredRules(Editing.Store store, RecordJson json) {
        transactions = store.transactions();
        repository = new DocumentRepository<>(
                store.documents(),
                new DocumentKind<>(
                        KIND, SHAPE, json::write, text -> json.stored(CheckRules.class, CheckRules.DEFAULT, text)));
        remembered = new Remembered<>(region -> Optional.of(read(region)), Duration.ofHours(6), 100);
    }

    Rules of(CountyCode region) {
        return transactions.isOpen() ? read(region) : remembered.get(region).orElse(UNSET);
    }

    Rules save(Right right, CountyCode region, CheckRules rules, long expectedVersion) {
        return save(right, region, Optional.of(rules), expectedVersion, "");
    }

    /** Saves an earlier version again; 0 gives up what was saved. */
    Rules restore(Right right, CountyCode region, long version, long expectedVersion) {
        Optional<CheckRules> earlier = repository.version(id(region), version);
        return save(right, region, earlier, expectedVersion, ", as version " + version);
    }

    List<Saved<CheckRules>> history(CountyCode region) {
        return repository.history(id(region));
    }

    private Rules save(Right right, CountyCode region, Optional<CheckRules> rules, long expectedVersion, String note) {
        Trace trace = new Trace("terms.rules", "rules of the check", note);
        return rules(repository.save(
                Edit.of(id(region), right, expectedVersion, trace),
                () -> rules,
                (current, stale) -> new ConflictException(stale.getMessage())));
    }

    private Rules read(CountyCode region) {
        return rules(repository.newest(id(region)));
    }

    private static Rules rules(DocumentVersion<CheckRules> version) {
        return new Rules(version.readable().orElse(CheckRules.DEFAULT), version.version());
    }

    private static DocumentId id(CountyCode region) {
        return new DocumentId(Scope.region(region.value()), KIND, KEY);
    }

    @Override
    public void changed(Changes.Change change) {
        if (change.kind().equals(KIND)) {
            remembered.drop(new CountyCode(change.scope().id()));
        }
    }

    @Override
    public void anything() {
        remembered.clear();
    }
}

package org.careunit.terms.internal;

import java.time.Duration;
import java.util.Optional;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.RegionTerms.Rules;
import org.careunit.storage.AuditTrail;
import org.careunit.storage.Changes;
import org.careunit.storage.Document;
import org.careunit.storage.Document.Content;
import org.careunit.storage.DocumentId;
import org.careunit.storage.RecordJson;
import org.careunit.storage.Remembered;
import org.careunit.storage.Scope;
import org.careunit.storage.StaleVersionException;

/** What the check goes by in each region. */
final class StoredRules implements Changes.Listener {

    private static final String KIND = "terms-rules";
    private static final String KEY = "check";
    private static final int SHAPE = 1;
    private static final Rules UNSET = new Rules(CheckRules.DEFAULT, 0);

    private final Editing.Store store;
    private final RecordJson json;
    private final Remembered<CountyCode, Rules> remembered;

    StoredRules(Editing.Store store, RecordJson json) {
        this.store = store;
        this.json = json;
        remembered = new Remembered<>(region -> Optional.of(read(region)), Duration.ofHours(6), 100);
    }

    Rules of(CountyCode region) {
        return store.transactions().isOpen()
                ? read(region)
                : remembered.get(region).orElse(UNSET);
    }

    Rules save(Actor actor, CountyCode region, CheckRules rules, long seen) {
        try {
            return store.transactions().call(() -> {
                Content content = Content.published(SHAPE, json.write(rules), actor.label());
                Document saved = store.documents().save(id(region), seen, content);
                String text = "rules of the check: version " + saved.version();
                store.audit()
                        .append(
                                id(region).scope(),
                                new AuditTrail.Row(actor.label(), "terms.rules", text, Optional.empty()));
                return new Rules(rules, saved.version());
            });
        } catch (StaleVersionException stale) {
            throw new ConflictException(stale.getMessage());
        }
    }

    private Rules read(CountyCode region) {
        return store.documents()
                .newest(id(region))
                .map(document -> new Rules(
                        json.stored(
                                CheckRules.class,
                                CheckRules.DEFAULT,
                                document.content().json()),
                        document.version()))
                .orElse(UNSET);
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

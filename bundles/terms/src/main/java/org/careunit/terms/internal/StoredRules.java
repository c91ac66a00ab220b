package org.careunit.terms.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.RegionTerms.Rules;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.cache.Remembered;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.documents.Versions;
import org.careunit.storage.json.RecordJson;

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
        return save(actor, region, seen, Content.published(SHAPE, json.write(rules), actor.label()), "");
    }

    /** Saves an earlier version again; 0 gives up what was saved. */
    Rules restore(Actor actor, CountyCode region, long version, long seen) {
        Content gone = new Content(State.REMOVED, SHAPE, "{}", OptionalLong.empty(), Optional.empty(), actor.label());
        Content again =
                version == 0 ? gone : again(actor, version(region, version).content());
        return save(actor, region, seen, again, ", as version " + version);
    }

    private Content again(Actor actor, Content earlier) {
        return new Content(
                earlier.state(), SHAPE, earlier.json(), OptionalLong.empty(), Optional.empty(), actor.label());
    }

    private Document version(CountyCode region, long version) {
        return store.documents()
                .version(id(region), version)
                .orElseThrow(() -> new RefusedException("There is no version " + version
                        + " of what the check goes by in region " + region + ": its history says which there are"));
    }

    List<Saved<CheckRules>> history(CountyCode region) {
        return Versions.of(
                store.documents().history(id(region)), version -> rules(version).rules());
    }

    private Rules save(Actor actor, CountyCode region, long seen, Content content, String note) {
        try {
            return store.transactions().call(() -> {
                Document saved = store.documents().save(id(region), seen, content);
                String text = "rules of the check: version " + saved.version() + note;
                store.audit()
                        .append(
                                id(region).scope(),
                                new AuditTrail.Row(actor.label(), "terms.rules", text, Optional.empty()));
                return rules(saved);
            });
        } catch (StaleVersionException stale) {
            throw new ConflictException(stale.getMessage());
        }
    }

    private Rules read(CountyCode region) {
        return store.documents().newest(id(region)).map(this::rules).orElse(UNSET);
    }

    private Rules rules(Document document) {
        CheckRules said = isGone(document)
                ? CheckRules.DEFAULT
                : json.stored(
                        CheckRules.class, CheckRules.DEFAULT, document.content().json());
        return new Rules(said, document.version());
    }

    private static boolean isGone(Document document) {
        return document.content().state() == State.REMOVED;
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

package org.careunit.terms.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.Cache;
import org.careunit.storage.cache.CacheLimits;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.cache.KindCache;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;

/** Cache of the terms texts of units and regions. */
final class TimelineCache {

    /** The kind of the documents. */
    static final String KIND = "terms";

    private static final int MOST = 50_000;

    private final Documents documents;
    private final Clock clock;

    /** Which texts were ever saved: of most types there is none, and it need not be looked up. */
    private final KindCache<DocumentId, DocumentId> saved;

    private final Cache<DocumentId, TermsTimeline> timelines;

    TimelineCache(Caches caches, Documents documents, Clock clock, RecordJson json) {
        this.documents = documents;
        this.clock = clock;
        saved = caches.wholeKind(
                this::allSaved, id -> documents.newest(id).map(newest -> id), TimelineCache::changedText);
        timelines = caches.loading(
                id -> Optional.of(TermsTimeline.of(documents.history(id), clock.instant(), json)),
                TimelineCache::changedText,
                CacheLimits.entries(MOST));
    }

    private Map<DocumentId, DocumentId> allSaved() {
        return Stream.of(Scope.Level.REGION, Scope.Level.UNIT)
                .flatMap(level -> documents.idsOf(level, KIND).stream())
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    private static Optional<DocumentId> changedText(Change change) {
        return change.kind().equals(KIND)
                ? Optional.of(new DocumentId(change.scope(), KIND, change.key()))
                : Optional.empty();
    }

    /** The version in force and the scheduled ones of a text. */
    TermsTimeline timeline(DocumentId id) {
        return saved.get(id).isPresent() ? timelines.get(id).orElseThrow() : TermsTimeline.EMPTY;
    }

    /** The version in force now. */
    Optional<PublishedVersion> now(DocumentId id) {
        return timeline(id).at(clock.instant());
    }
}

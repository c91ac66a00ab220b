package org.careunit.terms.internal.intended;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Range;
import org.careunit.api.terms.TermsFinding.Words;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.Cache;
import org.careunit.storage.cache.CacheLimits;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.cache.KindCache;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.json.RecordJson;

/**
 * Stores which findings units and regions have marked as intended: one document for each type, changed under the lock
 * of its scope.
 */
public final class IntendedFindingStore {

    private static final String KIND = "terms-meant";
    private static final int MOST = 10_000;

    private final Documents documents;
    private final Clock clock;
    private final DocumentKind<IntendedFindingList> kind;

    /** Which documents were ever saved: of most types there is none, and it need not be looked up. */
    private final KindCache<DocumentId, DocumentId> saved;

    private final Cache<DocumentId, List<IntendedFinding>> cache;

    public IntendedFindingStore(Caches caches, Documents documents, Clock clock, RecordJson json) {
        this.documents = documents;
        this.clock = clock;
        kind = new DocumentKind<>(
                KIND,
                IntendedFindingList.SHAPE,
                json::write,
                text -> json.stored(IntendedFindingList.class, IntendedFindingList.NONE, text));
        saved = caches.wholeKind(
                this::allSaved, id -> documents.newest(id).map(newest -> id), IntendedFindingStore::changed);
        cache = caches.loading(
                id -> Optional.of(content(id).findings()), IntendedFindingStore::changed, CacheLimits.entries(MOST));
    }

    /** The marks of a unit or region, oldest first; cached. */
    public List<IntendedFinding> of(Scope scope, CaseTypeKey type) {
        DocumentId id = id(scope, type);
        return saved.get(id).isPresent() ? cache.get(id).orElse(List.of()) : List.of();
    }

    /**
     * Marks a finding as intended.
     *
     * @param finding about words, which nobody there has answered
     * @throws RefusedException if there are too many already
     */
    public IntendedFinding add(Scope scope, CaseTypeKey type, Right right, TermsFinding finding) {
        Range range = finding.range().orElseThrow();
        Words words = finding.words().orElseThrow();
        IntendedFinding intended = new IntendedFinding(
                finding.rule(),
                range.point(),
                words.found(),
                words.sentence(),
                right.actor().label(),
                clock.instant());
        change(id(scope, type), right, auditNote("terms.intended", type, intended), content -> content.and(intended));
        return intended;
    }

    /** @throws RefusedException if it is not there */
    public void remove(Scope scope, CaseTypeKey type, Right right, IntendedFinding intended) {
        change(
                id(scope, type),
                right,
                auditNote("terms.not-intended", type, intended),
                content -> content.without(intended));
    }

    private static AuditNote auditNote(String action, CaseTypeKey type, IntendedFinding intended) {
        return new AuditNote(action, type.value(), ", " + intended.rule().code() + " in point " + intended.point());
    }

    private void change(DocumentId id, Right right, AuditNote auditNote, UnaryOperator<IntendedFindingList> change) {
        documents.change(id.scope(), right, () -> {
            DocumentVersion<IntendedFindingList> newest = newest(id);
            IntendedFindingList next = change.apply(newest.readable().orElse(IntendedFindingList.NONE));
            Content content = kind.content(Optional.of(next), right.actor().label());
            return documents.save(new Revision(
                    id, OptionalLong.of(newest.version()), content, Optional.empty(), Optional.of(auditNote)));
        });
    }

    private IntendedFindingList content(DocumentId id) {
        return newest(id).content().orElse(IntendedFindingList.NONE);
    }

    private DocumentVersion<IntendedFindingList> newest(DocumentId id) {
        return documents
                .newest(id)
                .map(document -> DocumentVersion.of(document, kind))
                .orElseGet(DocumentVersion::none);
    }

    private Map<DocumentId, DocumentId> allSaved() {
        return Stream.of(Scope.Level.REGION, Scope.Level.UNIT)
                .flatMap(level -> documents.idsOf(level, KIND).stream())
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    private static Optional<DocumentId> changed(Change change) {
        return change.kind().equals(KIND)
                ? Optional.of(new DocumentId(change.scope(), KIND, change.key()))
                : Optional.empty();
    }

    private static DocumentId id(Scope scope, CaseTypeKey type) {
        return new DocumentId(scope, KIND, type.value());
    }
}

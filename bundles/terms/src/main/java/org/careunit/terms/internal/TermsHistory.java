package org.careunit.terms.internal;

import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.TermsDifference;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.terms.internal.problems.TermsProblem;
import org.careunit.terms.internal.text.TermsComparison;

/** The versions of terms, from the store. */
final class TermsHistory {

    private final Documents documents;
    private final InheritedTexts bases;

    TermsHistory(Documents documents, InheritedTexts bases) {
        this.documents = documents;
        this.bases = bases;
    }

    /** The text that an author continues from. */
    Versioned<TermsDraft> draft(TermsOwner owner) {
        Optional<Document> newest = documents.newest(owner.id());
        InheritedText base = bases.now(owner);
        Optional<TermsText> text = newest.filter(document -> document.content().state() != State.REMOVED)
                .map(document -> bases.merged(document, base))
                .orElseGet(() -> InheritedTexts.text(bases.unwritten(owner).points()));
        boolean isDraft = newest.filter(document -> document.content().state() == State.DRAFT)
                .isPresent();
        return new Versioned<>(
                new TermsDraft(text, isDraft), newest.map(Document::version).orElse(0L));
    }

    /** One version as it was; empty text if there is none. */
    TermsDraft draftAt(TermsOwner owner, long version) {
        return new TermsDraft(
                documents.version(owner.id(), version).flatMap(document -> bases.ownText(owner, document)), true);
    }

    /**
     * The newest version, which the author has seen.
     *
     * @throws StaleVersionException if it is another
     * @throws RefusedException if there is none
     */
    Document newest(TermsOwner owner, long expectedVersion) {
        Document newest =
                documents.newest(owner.id()).orElseThrow(() -> TermsProblem.NO_DRAFT_YET.refused(owner.named()));
        if (newest.version() != expectedVersion) {
            throw new StaleVersionException(expectedVersion, newest);
        }
        return newest;
    }

    /** @throws RefusedException if there is no such version */
    Document version(TermsOwner owner, long version) {
        return documents
                .version(owner.id(), version)
                .orElseThrow(() -> TermsProblem.NO_VERSION.refused(version, owner.named()));
    }

    List<SavedTerms> of(TermsOwner owner) {
        return documents.history(owner.id()).stream()
                .map(document -> saved(owner, document))
                .toList();
    }

    SavedTerms saved(TermsOwner owner, Document document) {
        return new SavedTerms(
                document.version(),
                state(document.content().state()),
                document.effectiveFrom(),
                bases.ownText(owner, document),
                document.content().actor(),
                document.savedAt());
    }

    List<TermsDifference> compare(TermsOwner owner, long before, long after) {
        return TermsComparison.of(points(owner, before), points(owner, after));
    }

    private List<TermsPoint> points(TermsOwner owner, long version) {
        if (version == 0) {
            return bases.unwritten(owner).points();
        }
        return bases.ownText(owner, version(owner, version))
                .map(TermsText::points)
                .orElseGet(() -> bases.unwritten(owner).points());
    }

    private static SavedTerms.State state(State state) {
        return switch (state) {
            case DRAFT -> SavedTerms.State.DRAFT;
            case PUBLISHED -> SavedTerms.State.PUBLISHED;
            case REMOVED -> SavedTerms.State.GIVEN_UP;
        };
    }
}

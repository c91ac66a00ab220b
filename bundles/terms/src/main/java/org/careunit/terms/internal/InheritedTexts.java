package org.careunit.terms.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.text.Inheritance;
import org.careunit.terms.internal.text.ShippedTerms;
import org.careunit.terms.internal.text.TermsContent;

/** Reads inherited texts from the store, and completes versions with them. */
final class InheritedTexts {

    private final Documents documents;
    private final Clock clock;
    private final RecordJson json;
    private final ShippedTerms shipped;

    InheritedTexts(Documents documents, Clock clock, RecordJson json, ShippedTerms shipped) {
        this.documents = documents;
        this.clock = clock;
        this.json = json;
        this.shipped = shipped;
    }

    /** The text that an owner inherits now: a unit its region's, a region nothing. */
    InheritedText now(TermsOwner owner) {
        return owner.regionsTerms().map(this::ofRegion).orElse(InheritedText.NONE);
    }

    /** The default text if nothing was written: for a region, the one that ships with Careunit. */
    InheritedText unwritten(TermsOwner owner) {
        return owner.ofRegion() ? new InheritedText(0, shipped.of(owner.type())) : now(owner);
    }

    /** What a region's units inherit now. */
    InheritedText ofRegion(TermsOwner region) {
        return documents
                .at(region.id(), clock.instant())
                .map(document -> InheritedText.of(PublishedVersion.of(document, json)))
                .orElseGet(() -> unwritten(region));
    }

    /** The text of a version as it was when it was saved; empty if it gave up the text. */
    Optional<TermsText> ownText(TermsOwner owner, Document document) {
        if (document.content().state() == State.REMOVED) {
            return Optional.empty();
        }
        return merged(document, seen(owner, document));
    }

    /** The text of a version merged with what is inherited now; empty if that is nothing. */
    Optional<TermsText> merged(Document document, InheritedText base) {
        return text(
                Inheritance.merge(
                                base.points(),
                                json.stored(
                                        TermsContent.class,
                                        TermsContent.NONE,
                                        document.content().json()))
                        .stream()
                        .map(EffectivePoint::point)
                        .toList());
    }

    private InheritedText seen(TermsOwner owner, Document document) {
        long version = document.content().parentVersion().orElse(0);
        return owner.regionsTerms()
                .map(region -> version == 0
                        ? unwritten(region)
                        : documents
                                .version(region.id(), version)
                                .map(found -> InheritedText.of(PublishedVersion.of(found, json)))
                                .orElse(InheritedText.NONE))
                .orElse(InheritedText.NONE);
    }

    static Optional<TermsText> text(List<TermsPoint> points) {
        return points.isEmpty() ? Optional.empty() : Optional.of(new TermsText(points));
    }
}

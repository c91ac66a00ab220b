package org.careunit.terms.internal;

import java.time.Instant;
import java.util.List;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.TermsPoint;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.text.Inheritance;
import org.careunit.terms.internal.text.TermsContent;

/**
 * A published version of terms, as it is cached.
 *
 * @param gone whether it gives up what was there before
 * @param inherited what it says by itself, once for all who inherit it; none if it inherits something
 */
record PublishedVersion(long number, Instant from, boolean gone, TermsContent words, List<EffectivePoint> inherited) {

    static PublishedVersion of(Document document, RecordJson json) {
        boolean gone = document.content().state() == State.REMOVED;
        TermsContent words = gone
                ? TermsContent.NONE
                : json.stored(
                        TermsContent.class,
                        TermsContent.NONE,
                        document.content().json());
        return new PublishedVersion(
                document.version(), document.effectiveFrom(), gone, words, Inheritance.inherited(whole(words)));
    }

    List<TermsPoint> points() {
        return inherited.stream().map(EffectivePoint::point).toList();
    }

    private static List<TermsPoint> whole(TermsContent words) {
        if (words.entries().stream().anyMatch(entry -> entry.text().isEmpty())) {
            return List.of();
        }
        return words.entries().stream()
                .map(entry -> new TermsPoint(entry.id(), entry.text().orElseThrow()))
                .toList();
    }
}

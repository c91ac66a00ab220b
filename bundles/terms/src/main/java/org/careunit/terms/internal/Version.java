package org.careunit.terms.internal;

import java.time.Instant;
import java.util.List;
import org.careunit.api.terms.TermsPoint;
import org.careunit.storage.Document;
import org.careunit.storage.Document.State;
import org.careunit.terms.internal.text.TermsJson;
import org.careunit.terms.internal.text.Words;

/**
 * A published version, as it is remembered.
 *
 * @param gone whether it gives up what was there before
 */
record Version(long number, Instant from, boolean gone, Words words) {

    private static final Words NONE = new Words(List.of(), List.of());

    static Version of(Document document, TermsJson json) {
        boolean gone = document.content().state() == State.REMOVED;
        return new Version(
                document.version(),
                document.effectiveFrom(),
                gone,
                gone ? NONE : json.kept(document.content().json()));
    }

    /** Its points, if it inherits nothing. */
    List<TermsPoint> points() {
        return words.entries().stream()
                .map(entry -> new TermsPoint(entry.id(), entry.text().orElseThrow()))
                .toList();
    }
}

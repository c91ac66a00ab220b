package org.careunit.terms.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.json.RecordJson;

/**
 * Versions of a text, by when each is in force.
 *
 * @param versions by the time from which they hold, and of those with the same the newest last
 * @param hasDraft whether the newest version is a draft
 */
record TermsTimeline(List<PublishedVersion> versions, boolean hasDraft) {

    static final TermsTimeline EMPTY = new TermsTimeline(List.of(), false);

    private static final Comparator<Document> ORDER =
            Comparator.comparing(Document::effectiveFrom).thenComparing(Document::version);

    /** @param history newest first */
    static TermsTimeline of(List<Document> history, Instant now, RecordJson json) {
        if (history.isEmpty()) {
            return EMPTY;
        }
        List<Document> published = history.stream()
                .filter(document -> document.content().state() != State.DRAFT)
                .sorted(ORDER)
                .toList();
        List<PublishedVersion> remembered = new ArrayList<>();
        for (int index = 0; index < published.size(); index++) {
            boolean last = index + 1 == published.size();
            if (last || published.get(index + 1).effectiveFrom().isAfter(now)) {
                remembered.add(PublishedVersion.of(published.get(index), json));
            }
        }
        return new TermsTimeline(
                List.copyOf(remembered), history.get(0).content().state() == State.DRAFT);
    }

    /** When something else holds than at an instant; empty if nothing is scheduled. */
    Optional<Instant> next(Instant instant) {
        return versions.stream()
                .map(PublishedVersion::from)
                .filter(instant::isBefore)
                .findFirst();
    }

    /** What holds at an instant; empty if nothing does, or it was given up. */
    Optional<PublishedVersion> at(Instant instant) {
        for (int index = versions.size() - 1; index >= 0; index--) {
            if (!versions.get(index).from().isAfter(instant)) {
                return Optional.of(versions.get(index)).filter(version -> !version.gone());
            }
        }
        return Optional.empty();
    }
}

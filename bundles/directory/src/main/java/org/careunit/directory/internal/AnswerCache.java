package org.careunit.directory.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.directory.internal.DirectoryQuery.Answer;
import org.osgi.service.component.annotations.Component;

/**
 * Bounded cache of directory answers; the least recently used are evicted first. A component of its own without a
 * configuration, so that its content survives changes of the directory's configuration.
 */
@Component(service = AnswerCache.class, immediate = true)
public final class AnswerCache {

    private final Map<Object, CachedAnswer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private int bound = DirectorySettings.CacheTimes.DEFAULT.entries();
    private long outdated;

    /** The last answer to a query; marked as stale if it was outdated since. */
    public synchronized <A extends Answer> Optional<DirectoryAnswer<A>> find(DirectoryQuery<A> question) {
        return Optional.ofNullable(answers.get(question.key()))
                .map(kept -> new DirectoryAnswer<>(question.answer().cast(kept.answer()), kept.at(), kept.outdated()));
    }

    /** How often answers were outdated so far: to be read before the directory is asked, for {@link #keep}. */
    public synchronized long timesOutdated() {
        return outdated;
    }

    /**
     * Stores an answer.
     *
     * @param before {@link #timesOutdated} before it was asked for: an answer that may be older than a change is not
     *     stored as a fresh one
     */
    public synchronized <A extends Answer> DirectoryAnswer<A> keep(
            DirectoryQuery<A> question, A answer, Instant now, long before) {
        answers.put(question.key(), new CachedAnswer(answer, now, before != outdated));
        trim();
        return new DirectoryAnswer<>(answer, now, false);
    }

    /** Has the directory asked again where an answer is about this; until it answers, the answer is a stale one. */
    public synchronized void outdate(Predicate<Answer> about) {
        outdated++;
        answers.replaceAll((key, kept) -> about.test(kept.answer()) ? kept.asOutdated() : kept);
    }

    public synchronized void limit(int entries) {
        bound = entries;
        trim();
    }

    public synchronized int size() {
        return answers.size();
    }

    private void trim() {
        var eldest = answers.entrySet().iterator();
        for (int surplus = answers.size() - bound; surplus > 0; surplus--) {
            eldest.next();
            eldest.remove();
        }
    }

    private record CachedAnswer(Answer answer, Instant at, boolean outdated) {

        CachedAnswer asOutdated() {
            return new CachedAnswer(answer, at, true);
        }
    }
}

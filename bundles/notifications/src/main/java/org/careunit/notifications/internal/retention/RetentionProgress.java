package org.careunit.notifications.internal.retention;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.careunit.storage.Retention.Batch;
import org.careunit.storage.Retention.Kind;

/**
 * Progress of a retention run, stored as the job's payload between two slices.
 *
 * @param started when the run began; never null
 * @param kind what is being removed; empty when all is done
 * @param after where to go on within that kind; never null
 * @param removed how many rows of each kind so far; never null
 */
record RetentionProgress(Instant started, Optional<Kind> kind, String after, Map<Kind, Long> removed) {

    private static final String DONE = "-";
    private static final List<Kind> ORDER = List.of(Kind.values());

    static RetentionProgress begin(Instant now) {
        return new RetentionProgress(now, Optional.of(ORDER.get(0)), "", Map.of());
    }

    /** Reads what {@link #toString} wrote; a run that begins has an empty payload. */
    static RetentionProgress of(String payload, Instant now) {
        if (payload.isEmpty()) {
            return begin(now);
        }
        String[] parts = payload.split("\n", 4);
        Map<Kind, Long> removed = new EnumMap<>(Kind.class);
        for (String count : parts[2].split(" ", -1)) {
            int sign = count.indexOf('=');
            if (sign > 0) {
                removed.put(Kind.valueOf(count.substring(0, sign)), Long.valueOf(count.substring(sign + 1)));
            }
        }
        Optional<Kind> kind = parts[1].equals(DONE) ? Optional.empty() : Optional.of(Kind.valueOf(parts[1]));
        return new RetentionProgress(Instant.parse(parts[0]), kind, parts[3], removed);
    }

    /** After one more batch of the kind. */
    RetentionProgress with(Batch batch) {
        Map<Kind, Long> sum = new EnumMap<>(Kind.class);
        sum.putAll(removed);
        if (batch.removed() > 0) {
            sum.merge(kind.orElseThrow(), (long) batch.removed(), Long::sum);
        }
        return batch.next()
                .map(next -> new RetentionProgress(started, kind, next, sum))
                .orElseGet(() -> new RetentionProgress(started, nextKind(), "", sum));
    }

    private Optional<Kind> nextKind() {
        int next = ORDER.indexOf(kind.orElseThrow()) + 1;
        return next < ORDER.size() ? Optional.of(ORDER.get(next)) : Optional.empty();
    }

    /** The counts as one text. */
    String counts() {
        return removed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return started + "\n" + kind.map(Kind::name).orElse(DONE) + "\n" + counts() + "\n" + after;
    }
}

package org.careunit.storage.internal.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.storage.StoredProgress;
import org.careunit.storage.StoredProgress.Rest;
import org.careunit.storage.internal.database.Sql;

/** Converts the progress of a case's round to and from columns: rests as microseconds, lists separated by blanks. */
final class StoredRounds {

    private static final String BLANK = " ";
    private static final String TO = "/";

    private StoredRounds() {}

    static StoredProgress progress(ResultSet row) throws SQLException {
        return new StoredProgress(
                row.getInt("round"),
                Sql.optionalInstant(row, "round_started_at"),
                words(row, "rests").map(StoredRounds::rest).toList(),
                Sql.optionalInstant(row, "first_reply_at"),
                Sql.optionalInstant(row, "answered_at"),
                row.getBoolean("resident_done"),
                words(row, "reminded").collect(Collectors.toSet()),
                words(row, "unanswered_replies").toList(),
                row.getBoolean("running"));
    }

    static Optional<String> rests(StoredProgress progress) {
        return column(progress.rests().stream().map(StoredRounds::written).toList());
    }

    static Optional<String> reminded(StoredProgress progress) {
        Set<String> ordered = new TreeSet<>(progress.reminded());
        return column(List.copyOf(ordered));
    }

    static Optional<String> unansweredReplies(StoredProgress progress) {
        return column(progress.unansweredReplies());
    }

    private static Optional<String> column(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(BLANK, words));
    }

    private static Stream<String> words(ResultSet row, String column) throws SQLException {
        String written = row.getString(column);
        return written == null ? Stream.empty() : Stream.of(written.split(BLANK));
    }

    private static String written(Rest rest) {
        return micros(rest.from()) + TO + rest.until().map(StoredRounds::micros).orElse("");
    }

    private static Rest rest(String written) {
        String[] parts = written.split(TO, 2);
        return new Rest(instant(parts[0]), parts[1].isEmpty() ? Optional.empty() : Optional.of(instant(parts[1])));
    }

    private static String micros(Instant instant) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    private static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
}

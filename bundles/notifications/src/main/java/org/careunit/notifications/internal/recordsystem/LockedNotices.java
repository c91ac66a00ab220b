package org.careunit.notifications.internal.recordsystem;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.identity.CaseRef;
import org.careunit.storage.EventLog;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger;

/**
 * Notices whose cases are locked, with what decides whether they are still wanted: their rows, the events of their
 * cases and, for those that end something, the other rows about their cases.
 */
final class LockedNotices {

    private final Map<UUID, LedgerRow> rows;
    private final Map<CaseRef, List<StoredEvent>> events;
    private final Map<CaseRef, List<LedgerRow>> about;

    private LockedNotices(
            Map<UUID, LedgerRow> rows, Map<CaseRef, List<StoredEvent>> events, Map<CaseRef, List<LedgerRow>> about) {
        this.rows = rows;
        this.events = events;
        this.about = about;
    }

    /** Reads by at most three statements, whatever the number of notices. */
    static LockedNotices read(MessageLedger ledger, EventLog log, Collection<UUID> ids) {
        Map<UUID, LedgerRow> rows = ledger.find(ids).stream().collect(toMap(LedgerRow::id, Function.identity()));
        Set<CaseRef> ended = rows.values().stream()
                .filter(row -> NoticeKey.of(row)
                        .filter(key -> key.kind() != Kind.CREATED)
                        .isPresent())
                .map(LedgerRow::subject)
                .collect(Collectors.toSet());
        return new LockedNotices(
                rows,
                log.ofCases(rows.values().stream().map(LedgerRow::subject).collect(Collectors.toSet())).stream()
                        .collect(groupingBy(event -> event.subject().orElseThrow())),
                ledger.about(ended).stream().collect(groupingBy(LedgerRow::subject)));
    }

    Optional<LedgerRow> row(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** The row that created what a notice ends; for a creation itself empty. */
    Optional<LedgerRow> creation(LedgerRow row, NoticeKey key) {
        return CaseNotices.find(about.getOrDefault(row.subject(), List.of()), key.creation());
    }

    CaseRounds rounds(LedgerRow row) {
        return new CaseRounds(events.getOrDefault(row.subject(), List.of()));
    }

    /** The event that a notice is about. */
    Optional<StoredEvent> event(LedgerRow row) {
        return events.getOrDefault(row.subject(), List.of()).stream()
                .filter(event -> event.id().equals(row.event()))
                .findFirst();
    }
}

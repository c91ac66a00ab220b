package org.careunit.itests.demo.host;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.paging.PageRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Expected and actual result of each event. */
@Component(service = Outcome.class)
public final class Outcome {

    private static final int ALL = 1000;

    private final Messages messages;
    private final Map<String, List<MessageState>> expected = new TreeMap<>();
    private final Map<UUID, String> recipients = new HashMap<>();

    @Activate
    public Outcome(@Reference Messages messages) {
        this.messages = messages;
    }

    /** From now on an event is to have a row in each of these states, and no other. */
    void expect(String event, MessageState... states) {
        expected.put(event, List.of(states));
    }

    /** Whether all is as it is expected. */
    boolean isReached() {
        return disagreement().isEmpty();
    }

    /** The first event of which something else came; empty if there is none. */
    Optional<String> disagreement() {
        Map<String, List<LedgerEntry>> byEvent =
                ledger().stream().collect(groupingBy(row -> row.event().value(), TreeMap::new, toList()));
        return expected.keySet().equals(byEvent.keySet())
                ? expected.keySet().stream()
                        .filter(event -> !isAsExpected(event, byEvent.get(event)))
                        .findFirst()
                : Optional.of("events " + expected.keySet() + " expected, and in the ledger " + byEvent.keySet());
    }

    private boolean isAsExpected(String event, List<LedgerEntry> rows) {
        List<MessageState> states =
                rows.stream().map(LedgerEntry::state).sorted().toList();
        return states.equals(expected.get(event).stream().sorted().toList()) || isLate(expected.get(event), rows);
    }

    /** On a slow machine what was gathered may have left already. */
    private static boolean isLate(List<MessageState> states, List<LedgerEntry> rows) {
        return states.equals(List.of(MessageState.QUEUED))
                && rows.size() == 1
                && rows.get(0).state() == MessageState.SENT;
    }

    private List<LedgerEntry> ledger() {
        return messages.newest(Registration.OPERATOR, Optional.empty(), PageRequest.first(ALL)).rows().stream()
                .sorted(Comparator.comparing((LedgerEntry row) -> row.event().value())
                        .thenComparing(row -> row.recipient().orElse("")))
                .toList();
    }

    /** Writes the ledger down as it stands. */
    void report(Report report) {
        note();
        Table wentOut = report.add(
                new Table(Report.WENT_OUT, "Event", "Case", "To", "State", "Attempts", "Message", "Said about it"));
        for (LedgerEntry row : ledger()) {
            String to = row.recipient().orElse("");
            String message = row.messageId().map(UUID::toString).orElse("");
            wentOut.add(
                    row.event().value(),
                    row.subject().id(),
                    to,
                    row.state().name(),
                    String.valueOf(row.attempts()),
                    message.isEmpty() ? "" : message.substring(0, 8),
                    row.detail());
        }
    }

    /** Remembers who was told, as Careunit forgets its recipients in the end. */
    void note() {
        ledger().forEach(row -> row.recipient().ifPresent(to -> recipients.putIfAbsent(row.id(), to)));
    }

    /** Writes down all messages of the demo. */
    void reportMessages(Report report) {
        note();
        Table table = report.add(new Table(Report.MESSAGES, "Message", "To", "State", "Channel"));
        for (LedgerEntry row : ledger()) {
            table.add(
                    row.messageId().map(UUID::toString).orElse(""),
                    recipients.getOrDefault(row.id(), ""),
                    row.state().name(),
                    row.channel().key());
        }
    }
}

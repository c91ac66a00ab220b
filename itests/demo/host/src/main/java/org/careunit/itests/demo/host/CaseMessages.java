package org.careunit.itests.demo.host;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.Topic;

/** The messages about one case, as Careunit's ledger has them; each is given out once. */
final class CaseMessages {

    private final Messages ledger;
    private final CaseRef subject;
    private final Set<UUID> known = new HashSet<>();

    CaseMessages(Messages ledger, CaseRef subject) {
        this.ledger = ledger;
        this.subject = subject;
    }

    /** Waits until messages of these kinds, written as topic and channel, have left; gives those that are new. */
    List<LedgerEntry> await(List<String> kinds, Polling patience) throws InterruptedException {
        List<LedgerEntry> left = new ArrayList<>();
        patience.until(
                "messages have left: " + kinds,
                () -> {
                    left.clear();
                    left.addAll(left());
                    return left.stream()
                            .map(CaseMessages::kind)
                            .sorted()
                            .toList()
                            .equals(sorted(kinds));
                },
                () -> "the ledger has "
                        + all().stream()
                                .map(row -> kind(row) + " " + row.state() + " " + row.detail())
                                .collect(joining(", ")));
        left.forEach(row -> known.add(row.id()));
        return left.stream().sorted(comparing(CaseMessages::kind)).toList();
    }

    private static List<String> sorted(List<String> kinds) {
        return kinds.stream().sorted().toList();
    }

    private List<LedgerEntry> left() {
        return all().stream()
                .filter(row -> row.state() == MessageState.SENT || row.state() == MessageState.DELIVERED)
                .filter(row -> !known.contains(row.id()))
                .toList();
    }

    private List<LedgerEntry> all() {
        return ledger.about(Registration.OPERATOR, subject);
    }

    private static String kind(LedgerEntry row) {
        return kind(row.topic(), row.channel().key());
    }

    static String kind(Topic topic, String channel) {
        return words(topic) + " by " + channel;
    }

    /** A topic in the words of people in a unit. */
    static String swedish(Topic topic) {
        return switch (topic) {
            case NEW_CASE -> "nytt ärende";
            case GIVEN -> "tilldelat ärende";
            case REPLY -> "svar från invånaren";
            case FIRST_REPLY -> "första svar";
            case OVERDUE -> "ej hanterat i tid";
            case UNREAD -> "oläst svar";
            case CASE_WAITING -> "till journalen";
            case ADMINISTRATOR_LOST -> "administratör saknas";
            case TEST -> "test";
        };
    }

    /** A topic in words. */
    static String words(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

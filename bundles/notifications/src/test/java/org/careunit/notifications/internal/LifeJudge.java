package org.careunit.notifications.internal;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.SimulatedGateways.Heard;
import org.careunit.notifications.internal.SimulatedGateways.Heard.Answer;
import org.careunit.notifications.internal.SimulatedGateways.Taken;
import org.careunit.notifications.model.Obligation;
import org.careunit.notifications.model.RecordsModel;
import org.careunit.notifications.model.UnitModel;
import org.careunit.notifications.model.UnitModel.Violation;
import org.careunit.notifications.model.Way;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;

/** Compares what left, and what is said of it, with what the model says. */
final class LifeJudge {

    private static final List<Topic> CLOCKS = List.of(Topic.FIRST_REPLY, Topic.OVERDUE, Topic.UNREAD);

    private static final int NODES = 2;

    private final Life life;
    private final SimulatedWorld world;
    private final TestStore store;
    private final UnitModel model;
    private final RecordsModel records;
    private final Map<UUID, UUID> messageOfRow = new HashMap<>();
    private int duplicates;
    private int noticesTwice;

    LifeJudge(Life life, SimulatedWorld world, TestStore store, UnitModel model, RecordsModel records) {
        this.life = life;
        this.world = world;
        this.store = store;
        this.model = model;
        this.records = records;
    }

    /**
     * Compares what the gateways took.
     *
     * @param deaths how many nodes have died, each of which may have something sent twice
     */
    void messages(List<Taken> taken, int deaths) {
        Map<Obligation, UUID> left = new LinkedHashMap<>();
        for (Taken one : taken) {
            boolean isKnown = one.rows().stream().anyMatch(row -> messageOfRow.containsKey(row.id()));
            if (isKnown && ++duplicates > deaths) {
                throw wrong("left twice: " + one.text());
            }
            boolean mayBeRefusedAlready = deaths > 0 && model.isRefused(one.address());
            one.rows().stream()
                    .filter(row -> !mayBeRefusedAlready)
                    .filter(row -> messageOfRow.put(row.id(), one.id()) == null)
                    .forEach(row -> left.put(left(row, one), one.id()));
            requireCount(one);
            sms(one, deaths);
        }
        left.forEach((one, message) -> left.forEach((other, another) -> {
            if (model.isOneMessage(one, other) && !message.equals(another)) {
                throw wrong("not one message: " + one + " and " + other);
            }
        }));
    }

    private Obligation left(LedgerRow row, Taken message) {
        String address = message.address().replace(LifeSettings.AT, "");
        return model.left(message.at(), row.topic(), Life.number(row.subject()), row.event(), address);
    }

    private void sms(Taken message, int deaths) {
        if (!message.address().startsWith(Way.TELEPHONE)) {
            return;
        }
        Instant now = message.at();
        if (message.status() == DeliveryStatus.ACCEPTED) {
            model.smsTaken(now);
        } else if (message.status() == DeliveryStatus.PERMANENT_FAILURE) {
            model.refused(message.address());
        }
        int most = life.people().smsPerDay();
        if (most > 0 && model.smsTakenOnDayOf(now) > NODES * most + deaths) {
            throw wrong(model.smsTakenOnDayOf(now) + " SMS on one day");
        }
        boolean isQuietSometimes = !world.town.quietHours.from().equals(world.town.quietHours.to());
        boolean isValid = message.rows().stream()
                .allMatch(row -> model.smsValidUntil(now, row.topic()).equals(message.validUntil()));
        if (isQuietSometimes && !isValid) {
            throw wrong("an SMS is valid until " + message.validUntil());
        }
    }

    /** Compares what the record system was sent. */
    void notices(int deaths) {
        for (Heard one : world.heard()) {
            CaseNotice notice = one.notice();
            int number = Life.number(notice.ref());
            if (one.answer() == Answer.REFUSED) {
                records.refused(world.now(), number, notice);
            } else if (records.heard(world.now(), number, notice, one.answer() == Answer.ACCEPTED)
                    && ++noticesTwice > deaths) {
                throw wrong("heard twice: " + notice);
            }
            if (!notice.resident().equals(Optional.of(SimulatedGateways.resident(notice.ref())))) {
                throw wrong("about somebody else: " + notice);
            }
        }
    }

    private void requireCount(Taken message) {
        String digits = message.text().replace("1177", "").replaceAll("[^0-9]", "");
        boolean isForStaff = message.rows().stream().anyMatch(row -> row.topic() != Topic.UNREAD);
        int said = digits.isEmpty() ? 1 : Integer.parseInt(digits);
        if (isForStaff && said != message.rows().size()) {
            throw wrong("says " + digits + " and tells of " + message.rows().size());
        }
    }

    /** Requires that the ledger of a case agrees with the gateways, after all that a life holds. */
    void requireEnded(int number) {
        List<LedgerRow> rows = store.messages().about(Life.ref(number));
        rows.stream().filter(row -> !row.state().ended()).findFirst().ifPresent(row -> {
            throw wrong("not final: " + row);
        });
        long sent =
                rows.stream().filter(row -> row.state() == MessageState.SENT).count();
        long explained = why(number).stream()
                .filter(one -> one.reason() == MessageReason.SENT)
                .count();
        if (sent != explained) {
            throw wrong(explained + " of " + sent + " are explained as sent");
        }
        requireNoneParked(number, rows);
        if (rows.stream().anyMatch(row -> row.state() == MessageState.SENT && !messageOfRow.containsKey(row.id()))) {
            throw wrong("the ledger says sent, and the gateway never saw it: case " + number);
        }
    }

    /** The operator has looked at all. */
    private void requireNoneParked(int number, List<LedgerRow> rows) {
        boolean isParked = rows.stream()
                .anyMatch(row -> row.topic() == Topic.CASE_WAITING && row.state() == MessageState.PERMANENT_FAILURE);
        if (isParked || !store.jobs().setAside(1).isEmpty()) {
            throw wrong("still parked: case " + number);
        }
    }

    private List<MessageExplanation> why(int number) {
        return store.cases().find(Life.ref(number)).isEmpty()
                ? List.of()
                : world.anyNode().explanations.why(SimulatedWorld.OPERATOR, Life.ref(number));
    }

    /** What is said to come is what the model says will come, and reasons are true. */
    void askWhy(int number) {
        Instant now = world.now();
        Map<Topic, Instant> coming = new TreeMap<>();
        int parked = 0;
        for (MessageExplanation one : why(number)) {
            boolean isParked = one.topic() == Topic.CASE_WAITING && one.reason() == MessageReason.REFUSED;
            parked += isParked ? 1 : 0;
            boolean isTrue =
                    switch (one.reason()) {
                        case HANDLED -> model.isHandled(number);
                        case RESTING -> model.isResting(number);
                        default -> true;
                    };
            if (!isTrue) {
                throw wrong("case " + number + " is explained by " + one);
            }
            if (one.reason() == MessageReason.WILL_COME) {
                coming.put(one.topic(), one.at().orElseThrow());
            }
        }
        if (parked != Collections.frequency(records.parked(), number)) {
            throw wrong("case " + number + ": why says that " + parked + " are parked, the model " + records.parked());
        }
        Map<Topic, Instant> expected = new TreeMap<>();
        CLOCKS.forEach(clock -> model.leaves(now, clock, number).ifPresent(at -> expected.put(clock, at)));
        if (!expected.equals(coming)) {
            throw wrong("case " + number + ": why says " + coming + ", the model " + expected);
        }
    }

    private Violation wrong(String what) {
        return new Violation(world.now() + ": " + what);
    }
}

package org.careunit.notifications.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.notifications.model.UnitModel.Violation;

/**
 * Says what a unit's record system must hear of its cases, and judges each notice that it hears. Written from the
 * specification; knows nothing of the product but its contracts' records.
 */
public final class RecordsModel {

    private final Map<Integer, List<KnownEvent>> known = new TreeMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<UUID, Notice> accepted = new HashMap<>();
    private final Map<Integer, Instant> disturbedUntil = new TreeMap<>();
    private Instant allDisturbedUntil = Instant.MIN;
    private boolean isOn;

    /** Something the record system must hear, has heard or did not need to hear. */
    private static final class Notice {

        private final KnownEvent event;
        private final boolean isBeginning;
        private Instant by;
        private Status status = Status.OWED;
        private int round;

        /** Of an end: what it ends. */
        private Notice beginning;

        Notice(KnownEvent event, boolean isBeginning, Instant by) {
            this.event = event;
            this.isBeginning = isBeginning;
            this.by = by;
        }

        boolean isOutstanding() {
            return status == Status.OWED || status == Status.UNKNOWN;
        }

        boolean isParked() {
            return status == Status.PARKED;
        }

        /** What was never carried out, as far as anybody knows. */
        boolean isSurelyNotThere() {
            return status == Status.OWED || status == Status.PARKED;
        }

        @Override
        public String toString() {
            return (isBeginning ? "begin" : "end") + " by " + event + ", " + status + " by " + by;
        }
    }

    private enum Status {
        OWED,
        /** Nobody knows whether it was carried out. */
        UNKNOWN,
        /** Refused, until an operator resends or discards it; what follows it waits. */
        PARKED,
        HEARD,
        NOT_NEEDED
    }

    /** Whether the record system hears of cases that come in from now on. */
    public void decided(boolean on) {
        isOn = on;
    }

    /** The record system hears nothing until then, or not in time. */
    public void disturbed(Instant until) {
        allDisturbedUntil = until.isAfter(allDisturbedUntil) ? until : allDisturbedUntil;
        notices.forEach(one -> extend(one, until));
    }

    /** Nobody can say until then who the resident of a case is. */
    public void disturbed(int number, Instant until) {
        disturbedUntil.put(number, until);
        notices.stream().filter(one -> one.event.number() == number).forEach(one -> extend(one, until));
    }

    private static void extend(Notice one, Instant until) {
        one.by = until.isAfter(one.by) ? until : one.by;
    }

    /** These have come in together. */
    public void arrived(Instant now, List<KnownEvent> events) {
        events.forEach(event ->
                known.computeIfAbsent(event.number(), any -> new ArrayList<>()).add(event));
        events.stream()
                .map(KnownEvent::number)
                .distinct()
                .forEach(number -> arrived(
                        now,
                        rounds(number),
                        events.stream()
                                .filter(event -> event.number() == number)
                                .toList()));
    }

    /** In the order of the case, whatever came first. */
    private void arrived(Instant now, List<List<KnownEvent>> rounds, List<KnownEvent> fresh) {
        for (List<KnownEvent> round : rounds) {
            boolean isLast = round == rounds.get(rounds.size() - 1);
            boolean isOver = round.stream().anyMatch(RecordsModel::ends);
            round.stream()
                    .filter(fresh::contains)
                    .filter(event -> begins(event) && isOn && isLast && !isOver)
                    .forEach(event -> notices.add(notice(event, true, now)));
            Optional<KnownEvent> end = round.stream().filter(RecordsModel::ends).findFirst();
            end.ifPresent(event -> end(now, round, event));
            if (!isLast) {
                dropBeginning(round);
            }
        }
    }

    /** The case waits in a later round by now: one task is enough. */
    private void dropBeginning(List<KnownEvent> round) {
        notices.stream()
                .filter(one -> one.isBeginning && one.isSurelyNotThere() && round.contains(one.event))
                .forEach(one -> one.status = Status.NOT_NEEDED);
    }

    /** What began ends once, even if an event that comes late moves that end into a later round. */
    private void end(Instant now, List<KnownEvent> round, KnownEvent event) {
        Optional<Notice> begun = notices.stream()
                .filter(one -> one.isBeginning && round.contains(one.event) && one.status != Status.NOT_NEEDED)
                .findFirst();
        boolean isEnded = begun.isPresent() && notices.stream().anyMatch(one -> one.beginning == begun.get());
        if (begun.isPresent() && begun.get().isSurelyNotThere()) {
            begun.get().status = Status.NOT_NEEDED;
        } else if (begun.isPresent() && !isEnded) {
            Notice end = notice(event, false, now);
            end.round = begun.get().round;
            end.beginning = begun.get();
            notices.add(end);
        }
    }

    private Notice notice(KnownEvent event, boolean isBeginning, Instant now) {
        Notice notice = new Notice(event, isBeginning, now);
        extend(notice, allDisturbedUntil);
        extend(notice, disturbedUntil.getOrDefault(event.number(), Instant.MIN));
        return notice;
    }

    private List<List<KnownEvent>> rounds(int number) {
        List<List<KnownEvent>> rounds = new ArrayList<>();
        rounds.add(new ArrayList<>());
        known.get(number).stream()
                .sorted(Comparator.comparing(KnownEvent::at).thenComparing(KnownEvent::id))
                .forEach(event -> {
                    if (event.change() instanceof CaseChange.Reopened) {
                        rounds.add(new ArrayList<>());
                    }
                    rounds.get(rounds.size() - 1).add(event);
                });
        return rounds;
    }

    private static boolean begins(KnownEvent event) {
        return event.change() instanceof CaseChange.Received || event.change() instanceof CaseChange.Reopened;
    }

    private static boolean ends(KnownEvent event) {
        return event.change() instanceof CaseChange.Answered
                || event.change() instanceof CaseChange.Closed
                || event.change() instanceof CaseChange.Withdrawn;
    }

    /**
     * The record system was sent a notice.
     *
     * @param isAnswered whether it was then known that it was carried out
     * @return whether it had accepted the same notice before
     */
    public boolean heard(Instant now, int number, CaseNotice notice, boolean isAnswered) {
        if (accepted.containsKey(notice.id())) {
            return true;
        }
        Notice found = sent(now, number, notice);
        if (found.isBeginning) {
            requireNewRound(now, number, notice.round());
            found.round = notice.round();
        } else if (found.round != notice.round()) {
            throw new Violation(now + ": case " + number + " ends in round " + notice.round() + ", not " + found.round);
        }
        found.status = isAnswered ? Status.HEARD : Status.UNKNOWN;
        if (isAnswered) {
            accepted.put(notice.id(), found);
        }
        return false;
    }

    /** What must be heard first of a case; nothing is heard behind what is parked. */
    private Notice sent(Instant now, int number, CaseNotice notice) {
        return notices.stream()
                .filter(one -> one.event.number() == number && (one.isOutstanding() || one.isParked()))
                .findFirst()
                .filter(one -> one.isOutstanding() && isOf(one, notice))
                .orElseThrow(() -> new Violation(now + ": the record system must not hear now of case " + number + " "
                        + notice.kind() + " at " + notice.time() + "; it is to hear " + notices));
    }

    /**
     * The record system was sent a notice and will never take it. The beginning of a round that is over needs nothing
     * more, and neither does its end.
     */
    public void refused(Instant now, int number, CaseNotice notice) {
        Notice found = Optional.ofNullable(accepted.remove(notice.id())).orElseGet(() -> sent(now, number, notice));
        found.status = Status.PARKED;
        if (found.isBeginning) {
            found.round = notice.round();
            List<List<KnownEvent>> rounds = rounds(number);
            List<KnownEvent> round = rounds.stream()
                    .filter(one -> one.contains(found.event))
                    .findFirst()
                    .orElseThrow();
            boolean isLast = round == rounds.get(rounds.size() - 1);
            if (!isLast || round.stream().anyMatch(RecordsModel::ends)) {
                notices.stream()
                        .filter(one -> round.contains(one.event) && (one == found || one.status == Status.OWED))
                        .forEach(one -> one.status = Status.NOT_NEEDED);
                goOn(now, number);
            }
        }
    }

    /** The cases of which a notice is parked, in order. */
    public List<Integer> parked() {
        return notices.stream()
                .filter(Notice::isParked)
                .map(one -> one.event.number())
                .sorted()
                .toList();
    }

    /** An operator has the parked notice of a case sent again. */
    public void resent(Instant now, int number) {
        parkedOf(number).status = Status.OWED;
        goOn(now, number);
    }

    /** An operator has discarded the parked notice of a case: what follows it goes on. */
    public void discarded(Instant now, int number) {
        parkedOf(number).status = Status.NOT_NEEDED;
        goOn(now, number);
    }

    private Notice parkedOf(int number) {
        return notices.stream()
                .filter(one -> one.isParked() && one.event.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private void goOn(Instant now, int number) {
        notices.stream()
                .filter(one -> one.event.number() == number && one.isOutstanding())
                .forEach(one -> extend(one, now));
    }

    /** All that must be heard is; says of each the round, counted from 1, and what is heard. */
    public List<String> acceptAll() {
        return notices.stream()
                .filter(Notice::isOutstanding)
                .map(one -> {
                    one.status = Status.HEARD;
                    return roundOf(one) + " record system: " + kind(one);
                })
                .toList();
    }

    private int roundOf(Notice notice) {
        List<List<KnownEvent>> rounds = rounds(notice.event.number());
        return 1
                + IntStream.range(0, rounds.size())
                        .filter(one -> rounds.get(one).contains(notice.event))
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean isOf(Notice one, CaseNotice notice) {
        return notice.kind() == kind(one) && notice.time().equals(one.event.at());
    }

    private static Kind kind(Notice one) {
        Kind end = one.event.change() instanceof CaseChange.Withdrawn ? Kind.CANCELLED : Kind.COMPLETED;
        return one.isBeginning ? Kind.CREATED : end;
    }

    private void requireNewRound(Instant now, int number, int round) {
        boolean isTaken = notices.stream()
                .anyMatch(one -> one.isBeginning
                        && one.event.number() == number
                        && one.status == Status.HEARD
                        && one.round == round);
        if (isTaken) {
            throw new Violation(now + ": case " + number + " has two rounds " + round);
        }
    }

    /** What had to be heard by now was heard. */
    public void settled(Instant now) {
        notices.stream()
                .filter(one -> one.isOutstanding() && !one.by.isAfter(now) && !parked().contains(one.event.number()))
                .findFirst()
                .ifPresent(late -> {
                    throw new Violation(now + ": the record system did not hear: " + late);
                });
    }

    /** Nothing waits any more. */
    public void ended() {
        notices.stream().filter(Notice::isOutstanding).findFirst().ifPresent(late -> {
            throw new Violation("the record system never heard: " + late);
        });
    }
}

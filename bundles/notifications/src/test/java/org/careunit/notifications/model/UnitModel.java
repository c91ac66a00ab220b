package org.careunit.notifications.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.model.Decisions.Rules;
import org.careunit.notifications.model.Decisions.Team;

/**
 * Says who must be told what of a unit's cases and by when, and judges each message that leaves. Written from the
 * specification; knows nothing of the product but its contracts' records. It is shown what comes in and what leaves, in
 * step with the product.
 */
public final class UnitModel {

    private static final List<Topic> CLOCKS = List.of(Topic.FIRST_REPLY, Topic.OVERDUE, Topic.UNREAD);
    private static final Duration LIFE = Duration.ofDays(7);
    private static final String RESIDENT = "resident-";

    private final Map<Integer, List<KnownEvent>> known = new TreeMap<>();
    private final Map<Integer, CaseState> states = new HashMap<>();
    private final Map<Integer, Set<String>> told = new HashMap<>();
    private final List<Obligation> open = new ArrayList<>();
    private final List<Obligation> all = new ArrayList<>();
    private final Map<String, Instant> lastNews = new HashMap<>();
    private final Duration window;
    private final IntPredicate hostSaysUnread;
    private Decisions decided;
    private Instant staffSince = Instant.MIN;
    private Instant residentSince = Instant.MIN;
    private Instant disturbedUntil = Instant.MIN;

    /** Something the product did that the specification forbids, or did not do that it demands. */
    public static final class Violation extends AssertionError {

        private static final long serialVersionUID = 1L;

        public Violation(String what) {
            super(what);
        }
    }

    /**
     * @param window how long news are gathered
     * @param hostSaysUnread what the host says of a case's answer when it is asked
     */
    public UnitModel(Decisions decided, Duration window, IntPredicate hostSaysUnread) {
        this.decided = decided;
        this.window = window;
        this.hostSaysUnread = hostSaysUnread;
    }

    /** Something else is in force now. */
    public void decided(Instant now, Decisions next) {
        staffSince = next.rules().staff().on() && !decided.rules().staff().on() ? now : staffSince;
        residentSince =
                next.rules().resident().on() && !decided.rules().resident().on() ? now : residentSince;
        decided = next;
    }

    /** Nothing leaves until then, or in time; or a node takes over what another had begun. */
    public void disturbed(Instant until) {
        disturbedUntil = until.isAfter(disturbedUntil) ? until : disturbedUntil;
        open.forEach(one -> one.extend(settledBy(one.topic(), until)));
    }

    /** These have come in together. */
    public void arrived(Instant now, List<KnownEvent> events) {
        events.forEach(event -> known.computeIfAbsent(event.number(), number -> new ArrayList<>())
                .add(event));
        events.forEach(event -> states.remove(event.number()));
        events.forEach(event -> news(now, event, state(event.number())));
        events.stream().map(KnownEvent::number).distinct().forEach(this::cancelUnwanted);
    }

    /** Clocks that are due by now remind. */
    public void passed(Instant now) {
        for (int number : known.keySet()) {
            CaseState state = state(number);
            CLOCKS.forEach(clock -> remind(now, clock, number, state));
        }
    }

    /** When the next clock reminds, if nothing happens. */
    public Optional<Instant> next(Instant now) {
        return known.keySet().stream()
                .flatMap(number ->
                        CLOCKS.stream().map(clock -> leaves(now, clock, number)).flatMap(Optional::stream))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    /** When a clock of a case reminds, if nothing happens; empty if it does not. */
    public Optional<Instant> leaves(Instant now, Topic clock, int number) {
        CaseState state = state(number);
        return told(number).contains(clock + " " + state.roundKey())
                ? Optional.empty()
                : due(clock, state).map(due -> Moments.leaves(clock, due.isAfter(now) ? due : now, decided.rules()));
    }

    /** What must still be told. */
    public List<Obligation> open() {
        return List.copyOf(open);
    }

    /** Whether a case to which this has happened has an answer that was not read. */
    public static boolean isUnread(List<KnownEvent> events) {
        CaseState state = CaseState.of(events);
        return state.answered.isPresent() && !state.residentDone;
    }

    public int round(int number) {
        return state(number).round;
    }

    public boolean isHandled(int number) {
        return state(number).handled;
    }

    public boolean isResting(int number) {
        return state(number).resting();
    }

    /** A message leaves that tells somebody of a case; of what else is told with it, see {@link #isOneMessage}. */
    public Obligation left(Instant now, Topic topic, int number, String because, String address) {
        Obligation found = open.stream()
                .filter(one -> one.topic() == topic
                        && one.number() == number
                        && one.address().equals(address))
                .filter(one -> one.isReminder() || one.because().endsWith(because))
                .findFirst()
                .orElseThrow(() -> new Violation(now + ": nobody wanted " + topic + " of case " + number + " to "
                        + address + " because of " + because));
        if (now.isBefore(found.from())) {
            throw new Violation(now + ": left early: " + found);
        }
        if (topic == Topic.UNREAD && Moments.isQuiet(now, decided.rules().quiet())) {
            throw new Violation(now + ": left in quiet hours: " + found);
        }
        if (topic == Topic.UNREAD && !hostSaysUnread.test(number)) {
            throw new Violation(now + ": left although it was read: " + found);
        }
        open.remove(found);
        lastNews.put(found.key(), now);
        return found;
    }

    /** Whether two that were told fell due for one recipient at one instant, undisturbed. */
    public boolean isOneMessage(Obligation one, Obligation other) {
        return one.isReminder()
                && one.topic() != Topic.UNREAD
                && one.isOfOneMessage(other)
                && one.from().isAfter(disturbedUntil);
    }

    /** What had to leave by now has left. */
    public void settled(Instant now) {
        open.removeIf(one -> one.topic() == Topic.UNREAD && isOver(one, now));
        open.stream().filter(one -> !one.by().isAfter(now)).findFirst().ifPresent(late -> {
            throw new Violation(now + ": not told: " + late);
        });
    }

    /** Nothing waits any more. */
    public void ended() {
        open.stream().findFirst().ifPresent(late -> {
            throw new Violation("never told: " + late);
        });
    }

    private boolean isOver(Obligation unread, Instant now) {
        boolean isRead = !unread.by().isAfter(now) && !hostSaysUnread.test(unread.number());
        return isRead || !now.isBefore(unread.from().plus(LIFE));
    }

    private CaseState state(int number) {
        return states.computeIfAbsent(number, any -> CaseState.of(known.getOrDefault(number, List.of())));
    }

    private Set<String> told(int number) {
        return told.computeIfAbsent(number, any -> new HashSet<>());
    }

    private Optional<Instant> due(Topic clock, CaseState state) {
        Rules rules = decided.rules();
        boolean isOn =
                clock == Topic.UNREAD ? rules.resident().on() : rules.staff().on();
        return isOn
                ? new Moments(state, rules).due(clock, clock == Topic.UNREAD ? residentSince : staffSince)
                : Optional.empty();
    }

    private void remind(Instant now, Topic clock, int number, CaseState state) {
        Optional<Instant> leaves = leaves(now, clock, number).filter(moment -> !moment.isAfter(now));
        if (leaves.isPresent()) {
            told(number).add(clock + " " + state.roundKey());
            if (clock == Topic.UNREAD) {
                Instant due = due(clock, state).orElseThrow();
                Instant by = settledBy(clock, now.isAfter(disturbedUntil) ? now : disturbedUntil);
                add(new Obligation(clock, number, state.roundKey(), RESIDENT + number, due, by));
            } else {
                reminded(state.handler, Moments.day(now))
                        .forEach(address -> mustTell(now, clock, number, state.roundKey(), address));
            }
        }
    }

    private void news(Instant now, KnownEvent event, CaseState state) {
        LocalDate today = Moments.day(now);
        Team team = decided.team();
        CaseChange change = event.change();
        if (change instanceof CaseChange.Received) {
            mustTell(now, Topic.NEW_CASE, event.number(), event.id(), team.reception());
        } else if (change instanceof CaseChange.Given given && !given.to().equals(given.by())) {
            (team.isAbsent(given.to(), today) ? receivers(today) : addresses(Stream.of(given.to())))
                    .forEach(address ->
                            mustTell(now, Topic.GIVEN, event.number(), given.to() + "|" + event.id(), address));
        } else if (change instanceof CaseChange.ResidentReplied || change instanceof CaseChange.Reopened) {
            Optional<StaffId> handler = state.handler.filter(team.receivers()::contains);
            List<String> whom = handler.isEmpty()
                    ? List.of(team.reception())
                    : team.isAbsent(handler.get(), today) ? receivers(today) : addresses(handler.stream());
            whom.forEach(address -> mustTell(now, Topic.REPLY, event.number(), event.id(), address));
        }
    }

    private List<String> reminded(Optional<StaffId> handler, LocalDate today) {
        List<String> first = addresses(handler.filter(staff -> decided.team().isThere(staff, today)).stream());
        return first.isEmpty() ? receivers(today) : first;
    }

    /** All receivers who are there, else the unit's addresses. */
    private List<String> receivers(LocalDate today) {
        Team team = decided.team();
        List<String> there = addresses(team.receivers().stream().filter(staff -> team.isThere(staff, today)));
        return there.isEmpty() ? List.of(team.reception()) : there;
    }

    private List<String> addresses(Stream<StaffId> staff) {
        return staff.map(decided.team().addresses()::get).toList();
    }

    private void mustTell(Instant now, Topic topic, int number, String because, String address) {
        Obligation obligation = new Obligation(topic, number, because, address, now, leavesBy(now, topic, address));
        lastNews.put(obligation.key(), now);
        if (disturbedUntil.isAfter(now)) {
            obligation.extend(settledBy(topic, disturbedUntil));
        }
        add(obligation);
    }

    /**
     * At once, or together with further news that come soon after others; of those that come together any may be the
     * first. Reminders that fall due together leave together.
     */
    private Instant leavesBy(Instant now, Topic topic, String address) {
        List<Obligation> together = open.stream()
                .filter(one -> one.key().equals(topic + " " + address))
                .filter(one -> one.from().equals(now))
                .toList();
        if (!together.isEmpty() && together.get(0).isReminder()) {
            return together.get(0).by();
        }
        Instant last = lastNews.getOrDefault(topic + " " + address, Instant.MIN);
        boolean mayGather = last.isAfter(now.minus(window.multipliedBy(2)));
        Instant by = mayGather ? now.plus(window) : now;
        together.forEach(one -> one.extend(by));
        return by;
    }

    private void add(Obligation obligation) {
        if (isWanted(obligation, state(obligation.number()))) {
            open.add(obligation);
            all.add(obligation);
        }
    }

    /** What was held up until then has left: at once, or together with further news after that. */
    private Instant settledBy(Topic topic, Instant instant) {
        return topic == Topic.UNREAD
                ? Moments.afterQuiet(instant, decided.rules().quiet())
                : instant.plus(window);
    }

    /** A clock all of whose messages were cancelled since the case rests is not used up. */
    private void cancelUnwanted(int number) {
        CaseState state = state(number);
        List<Obligation> unwanted = open.stream()
                .filter(one -> one.number() == number && !isWanted(one, state))
                .toList();
        open.removeAll(unwanted);
        all.removeAll(unwanted);
        unwanted.stream()
                .filter(one -> one.topic() == Topic.OVERDUE && one.because().equals(state.roundKey()))
                .filter(one -> all.stream()
                        .noneMatch(other -> other.number() == number
                                && other.topic() == Topic.OVERDUE
                                && other.because().equals(state.roundKey())))
                .forEach(one -> told(number).remove(Topic.OVERDUE + " " + state.roundKey()));
    }

    private static boolean isWanted(Obligation one, CaseState state) {
        boolean isThisRound = one.because().equals(state.roundKey());
        return switch (one.topic()) {
            case NEW_CASE -> !state.handled;
            case GIVEN -> !state.handled
                    && state.handler
                            .filter(handler -> one.because().startsWith(handler + "|"))
                            .isPresent();
            case REPLY -> state.unansweredReplies.contains(one.because());
            case FIRST_REPLY -> isThisRound && !state.handled && !state.replied;
            case OVERDUE -> isThisRound && !state.handled && !state.resting();
            case UNREAD -> isThisRound && state.answered.isPresent() && !state.residentDone;
            default -> throw new IllegalArgumentException(one.toString());
        };
    }
}

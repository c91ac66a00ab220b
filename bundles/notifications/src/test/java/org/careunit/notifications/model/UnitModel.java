package org.careunit.notifications.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
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

    private final Map<Integer, List<KnownEvent>> known = new TreeMap<>();
    private final Map<Integer, CaseState> states = new HashMap<>();
    private final Map<Integer, Set<String>> told = new HashMap<>();
    private final List<Obligation> open = new ArrayList<>();
    private final List<Obligation> all = new ArrayList<>();
    private final Map<String, Instant> lastNews = new HashMap<>();
    private final Duration window;
    private final Residents residents;
    private final int smsPerDay;
    private final Map<LocalDate, Integer> smsOfDay = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<Way, Instant> disturbedUntil = new EnumMap<>(Way.class);
    private Decisions decided;
    private Instant staffSince = Instant.MIN;
    private Instant residentSince = Instant.MIN;

    /** Something the product did that the specification forbids, or did not do that it demands. */
    public static final class Violation extends AssertionError {

        private static final long serialVersionUID = 1L;

        public Violation(String what) {
            super(what);
        }
    }

    /**
     * What the host says of residents.
     *
     * @param addresses where the resident of a case is reached
     * @param isUnread whether a case's answer is unread when it is asked
     */
    public record Residents(IntFunction<List<String>> addresses, IntPredicate isUnread) {}

    /**
     * @param window how long news are gathered
     * @param smsPerDay how many SMS the unit may send on one day; 0 for any number
     */
    public UnitModel(Decisions decided, Duration window, Residents residents, int smsPerDay) {
        this.decided = decided;
        this.window = window;
        this.residents = residents;
        this.smsPerDay = smsPerDay;
    }

    /** Something else is in force now. */
    public void decided(Instant now, Decisions next) {
        staffSince = next.rules().staff().on() && !decided.rules().staff().on() ? now : staffSince;
        residentSince =
                next.rules().resident().on() && !decided.rules().resident().on() ? now : residentSince;
        decided = next;
        open.stream()
                .filter(Obligation::isReminder)
                .forEach(one -> one.extend(Moments.leaves(one.topic(), one.by(), next.rules())));
    }

    /** Nothing leaves these ways until then, or in time; or a node takes over what another had begun. */
    public void disturbed(Instant until, Set<Way> ways) {
        ways.forEach(way -> disturbedUntil.merge(way, until, (one, other) -> one.isAfter(other) ? one : other));
        open.stream()
                .filter(one -> one.ways().stream().anyMatch(ways::contains))
                .forEach(one -> one.extend(settledBy(one.topic(), until)));
    }

    private Instant disturbedUntil(Obligation one) {
        return one.ways().stream()
                .map(way -> disturbedUntil.getOrDefault(way, Instant.MIN))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** An SMS was taken by the gateway. */
    public void smsTaken(Instant now) {
        smsOfDay.merge(Moments.day(now), 1, Integer::sum);
    }

    /** How many SMS were taken on the day of an instant. */
    public int smsTakenOnDayOf(Instant now) {
        return smsOfDay.getOrDefault(Moments.day(now), 0);
    }

    /** The gateway has refused an address: nothing goes there any more. */
    public void refused(String address) {
        refused.add(address);
        open.removeIf(one -> one.address().equals(address));
    }

    /** Whether the gateway has refused an address. */
    public boolean isRefused(String address) {
        return refused.contains(address);
    }

    /** Until when an SMS about a topic may arrive; empty for as long as it takes. */
    public Optional<Instant> smsValidUntil(Instant now, Topic topic) {
        return topic == Topic.UNREAD
                ? Optional.of(Moments.validUntil(now, decided.rules().quiet()))
                : Optional.empty();
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
        if (found.isReminder() && !Moments.leaves(topic, now, decided.rules()).equals(now)) {
            throw new Violation(now + ": left out of hours: " + found);
        }
        if (topic == Topic.UNREAD && !residents.isUnread().test(number)) {
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
                && one.from().isAfter(disturbedUntil(one));
    }

    /** What had to leave by now has left. */
    public void settled(Instant now) {
        open.removeIf(one -> one.topic() == Topic.UNREAD && isOver(one, now));
        if (smsPerDay > 0 && smsTakenOnDayOf(now) >= smsPerDay) {
            open.stream()
                    .filter(one -> one.isBySms() && !one.by().isAfter(now))
                    .forEach(one -> one.extend(settledBy(one.topic(), Moments.midnightAfter(now))));
        }
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
        boolean isRead = !unread.by().isAfter(now) && !residents.isUnread().test(unread.number());
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
                residents.addresses().apply(number).forEach(address -> {
                    Obligation one = new Obligation(clock, number, state.roundKey(), address, due, due);
                    Instant disturbed = disturbedUntil(one);
                    one.extend(settledBy(clock, now.isAfter(disturbed) ? now : disturbed));
                    add(one);
                });
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
        return staff.map(decided.team().addresses()::get).flatMap(List::stream).toList();
    }

    private void mustTell(Instant now, Topic topic, int number, String because, String address) {
        Obligation obligation = new Obligation(topic, number, because, address, now, leavesBy(now, topic, address));
        lastNews.put(obligation.key(), now);
        if (disturbedUntil(obligation).isAfter(now)) {
            obligation.extend(settledBy(topic, disturbedUntil(obligation)));
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
        Instant by = mayGather ? settledBy(topic, now) : now;
        together.forEach(one -> one.extend(by));
        return by;
    }

    private void add(Obligation obligation) {
        boolean isHeldBack = refused.contains(obligation.address());
        if (!isHeldBack && isWanted(obligation, state(obligation.number()))) {
            open.add(obligation);
            all.add(obligation);
        }
    }

    /** What was held up until then has left: at once, or together with further news after that. */
    private Instant settledBy(Topic topic, Instant instant) {
        return switch (topic) {
            case UNREAD -> Moments.afterQuiet(instant, decided.rules().quiet());
            case FIRST_REPLY, OVERDUE -> Moments.leaves(topic, instant.plus(window), decided.rules());
            default -> instant.plus(window);
        };
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

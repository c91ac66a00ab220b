package org.careunit.notifications.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.Life.Change;
import org.careunit.notifications.internal.Life.Delivery;
import org.careunit.notifications.internal.Life.Door;
import org.careunit.notifications.internal.Life.Happening;
import org.careunit.notifications.internal.Life.Kill;
import org.careunit.notifications.internal.Life.Outage;
import org.careunit.notifications.internal.Life.People;
import org.careunit.notifications.internal.SimulatedWorld.Death;

/** Makes lives from seeds. */
final class LifeGenerator {

    /** A leap day is among the two years that follow. */
    static final Instant BEGIN = Instant.parse("2091-03-01T00:00:00Z");

    static final Instant END = BEGIN.plus(Duration.ofDays(731));
    static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    static final StaffId BO = new StaffId("SE1111111111-BO");

    private static final List<Outage.What> ANY_OUTAGE = Stream.of(Outage.What.values())
            .filter(what -> what != Outage.What.RECORDS_REFUSING)
            .toList();
    private static final String REFUSED_NUMBER = SimulatedGateways.REFUSED + "1000002";
    private static final int MOST_CASES = 5;
    private static final int MOST_EVENTS = 8;
    private static final Duration LATEST = Duration.ofDays(2);
    private static final int MINUTES = 731 * 24 * 60;
    private static final int LAST_BEGIN = MINUTES - 120 * 24 * 60;

    private final Random random;
    private final long seed;
    private int ids;

    private LifeGenerator(long seed) {
        this.seed = seed;
        random = new Random(seed * 7_919 + 17);
    }

    static Life life(long seed) {
        return new LifeGenerator(seed).life();
    }

    private Life life() {
        // some come together, so that they fall due together
        int together = random.nextInt(LAST_BEGIN);
        List<Delivery> deliveries = new ArrayList<>();
        int cases = 1 + random.nextInt(MOST_CASES);
        for (int number = 0; number < cases; number++) {
            int begin = random.nextInt(3) == 0 ? random.nextInt(LAST_BEGIN) : together + random.nextInt(30);
            deliveries.addAll(ofCase(number, begin));
        }
        List<Outage> outages = outages(deliveries);
        Life life = new Life(
                seed,
                random.nextInt(4) == 0 ? 0 : 10,
                people(),
                deliveries.stream()
                        .sorted(Comparator.comparing(one -> one.when().arrives()))
                        .toList(),
                changes(deliveries),
                outages,
                kills());
        return withRefusals(life);
    }

    /** By numbers of their own, so that lives stay what they were before record systems refused anything. */
    private static Life withRefusals(Life life) {
        Random random = new Random(life.seed() * 104_729 + 3);
        List<Outage> outages = new ArrayList<>(life.outages());
        List<Change> changes = new ArrayList<>(life.changes());
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant at = life.deliveries()
                    .get(random.nextInt(life.deliveries().size()))
                    .when()
                    .at();
            Instant from = at.minus(Duration.ofMinutes(random.nextInt(600))).plusSeconds(1 + random.nextInt(5));
            Instant until =
                    from.plus(Duration.ofMinutes(1L + random.nextInt(random.nextBoolean() ? 900 : 5 * 24 * 60)));
            if (isFree(from, until, outages)) {
                outages.add(new Outage(from, until, Outage.What.RECORDS_REFUSING));
                IntStream.range(0, random.nextInt(4)).forEach(any -> changes.add(operated(random, from)));
            }
        }
        life.outages().stream()
                .filter(outage -> outage.what() == Outage.What.RECORDS_BUSY)
                .map(outage -> new Change.Operated(
                        outage.from().plusSeconds(60 + random.nextInt(24 * 3_600)), Change.Operated.Act.RESEND_ALL))
                .forEach(changes::add);
        return new Life(
                life.seed(),
                life.window(),
                life.people(),
                life.deliveries(),
                changes.stream().sorted(Comparator.comparing(Change::at)).toList(),
                outages.stream().sorted(Comparator.comparing(Outage::from)).toList(),
                life.kills());
    }

    private static Change operated(Random random, Instant from) {
        Change.Operated.Act[] any = Change.Operated.Act.values();
        return new Change.Operated(
                from.plus(Duration.ofMinutes(random.nextInt(8 * 24 * 60))).plusSeconds(1 + random.nextInt(5)),
                any[random.nextInt(any.length)]);
    }

    private static boolean isFree(Instant from, Instant until, List<Outage> others) {
        return from.isAfter(BEGIN)
                && others.stream().allMatch(other -> until.isBefore(other.from()) || from.isAfter(other.until()));
    }

    /** In one life of three nobody has chosen SMS. */
    private People people() {
        if (random.nextInt(3) == 0) {
            return People.BY_MAIL;
        }
        Map<StaffId, TelephoneNumber> phones = new HashMap<>();
        phones.put(ANNA, new TelephoneNumber("+46701000001"));
        if (random.nextBoolean()) {
            List<String> any = List.of("+46701000002", SimulatedGateways.ABROAD + "40000002", REFUSED_NUMBER);
            phones.put(BO, new TelephoneNumber(any.get(random.nextInt(any.size()))));
        }
        return new People(Map.copyOf(phones), random.nextBoolean(), random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0);
    }

    /** Seconds after a minute, so that nothing happens at the very moment of a reminder. */
    private Instant minute(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute)).plusSeconds(7 + random.nextInt(40));
    }

    private List<Delivery> ofCase(int number, int begin) {
        boolean isNumbered = random.nextInt(3) == 0;
        boolean isReceived = random.nextInt(15) != 0;
        List<Delivery> all = new ArrayList<>();
        int minute = begin;
        int events = 1 + random.nextInt(MOST_EVENTS);
        for (int event = 0; event < events; event++) {
            CaseChange change =
                    event == 0 && isReceived ? new CaseChange.Received(new CaseTypeKey("kontakta-mig")) : change();
            all.addAll(deliveries(
                    number, change, minute(minute), isNumbered ? OptionalLong.of(event) : OptionalLong.empty()));
            minute += 1 + pause();
        }
        return all;
    }

    private int pause() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(9);
            case 1 -> random.nextInt(24 * 60);
            default -> random.nextInt(9 * 24 * 60);
        };
    }

    /** On time or up to two days late; now and then once more, by either door. */
    private List<Delivery> deliveries(int number, CaseChange change, Instant at, OptionalLong sequence) {
        String id = "e" + ids++;
        List<Delivery> all = new ArrayList<>();
        do {
            boolean isLate = random.nextInt(5) == 0;
            Duration delay = isLate
                    ? Duration.ofSeconds(60L * random.nextInt((int) LATEST.toMinutes()))
                    : Duration.ofSeconds(all.size());
            all.add(new Delivery(
                    id,
                    number,
                    change,
                    new Happening(at, at.plus(delay), sequence),
                    random.nextBoolean() ? Door.SERVICE : Door.EVENT_ADMIN));
        } while (random.nextInt(6) == 0);
        return all;
    }

    private CaseChange change() {
        return switch (random.nextInt(16)) {
            case 0 -> new CaseChange.Given(ANNA, BO);
            case 1 -> new CaseChange.Given(BO, ANNA);
            case 2 -> new CaseChange.Given(BO, BO);
            case 3 -> new CaseChange.PartReplied();
            case 4, 5, 6 -> new CaseChange.CounterQuestionAsked();
            case 7, 8, 9 -> new CaseChange.ResidentReplied();
            case 10, 11 -> new CaseChange.Answered();
            case 12, 13 -> new CaseChange.Reopened();
            case 14 -> random.nextBoolean() ? new CaseChange.AnswerRead() : new CaseChange.Closed();
            default -> random.nextBoolean() ? new CaseChange.Withdrawn() : new CaseChange.PartReplied();
        };
    }

    /** Near something that happens, since elsewhere they change nothing. */
    private Instant nearby(List<Delivery> deliveries, int before, int after) {
        Instant at = deliveries.get(random.nextInt(deliveries.size())).when().at();
        return at.minus(Duration.ofMinutes(before))
                .plus(Duration.ofMinutes(random.nextInt(before + after)))
                .plusSeconds(1 + random.nextInt(5));
    }

    private List<Change> changes(List<Delivery> deliveries) {
        List<Change> all = new ArrayList<>(atTheBegin());
        IntStream.range(0, random.nextInt(6)).forEach(any -> {
            Instant at = nearby(deliveries, 3 * 24 * 60, 12 * 24 * 60);
            all.add(change(at.isBefore(BEGIN) ? BEGIN : at));
        });
        return all.stream().sorted(Comparator.comparing(Change::at)).toList();
    }

    private List<Change> atTheBegin() {
        return List.of(
                new Change.Saved(BEGIN, new StaffReminder(random.nextInt(10) != 0, 1 + random.nextInt(5))),
                new Change.Saved(BEGIN, new ResidentReminder(random.nextInt(10) != 0, 1 + random.nextInt(4))),
                new Change.InRegion(BEGIN, closed(), false),
                new Change.Saved(BEGIN, new RecordSystemNotification(random.nextInt(4) != 0)),
                new Change.Promise(BEGIN, random.nextInt(4)),
                new Change.Permission(BEGIN, ANNA, true),
                new Change.Permission(BEGIN, BO, random.nextBoolean()));
    }

    private Change change(Instant at) {
        List<Supplier<Change>> any = List.of(
                () -> new Change.Saved(at, section()),
                () -> new Change.Saved(at, closed()),
                () -> new Change.Saved(at, new RecordSystemNotification(random.nextBoolean())),
                () -> new Change.InRegion(at, section(), random.nextBoolean()),
                () -> new Change.InRegion(at, closed(), random.nextBoolean()),
                () -> new Change.Quiet(at, quiet()),
                () -> new Change.Promise(at, random.nextInt(4)),
                () -> new Change.Permission(at, random.nextInt(3) == 0 ? ANNA : BO, random.nextInt(3) == 0),
                () -> new Change.Absence(at, random.nextBoolean() ? ANNA : BO, absence(at)));
        return any.get(random.nextInt(any.size())).get();
    }

    private Section section() {
        return random.nextBoolean()
                ? new StaffReminder(random.nextInt(3) != 0, 1 + random.nextInt(8))
                : new ResidentReminder(random.nextInt(3) != 0, 1 + random.nextInt(8));
    }

    private ClosedDays closed() {
        LocalDate first = LocalDate.ofInstant(BEGIN, SwedishTime.ZONE);
        return new ClosedDays(random.ints(random.nextInt(60), 0, 731)
                .mapToObj(first::plusDays)
                .map(day -> new ClosedDays.Closed(day, day.plusDays(random.nextInt(4)), "Stängt"))
                .toList());
    }

    private QuietHours quiet() {
        LocalTime to = LocalTime.of(7 + random.nextInt(3), 0);
        return new QuietHours(random.nextInt(6) == 0 ? to : LocalTime.of(20 + random.nextInt(3), 0), to);
    }

    private Optional<LocalDate> absence(Instant at) {
        return random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(LocalDate.ofInstant(at, SwedishTime.ZONE).plusDays(1L + random.nextInt(10)));
    }

    /** From minutes to days; seldom longer than messages to residents live. They do not overlap. */
    private List<Outage> outages(List<Delivery> deliveries) {
        List<Outage> all = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            Instant from = nearby(deliveries, 24 * 60, 8 * 24 * 60);
            int minutes = random.nextInt(12) == 0 ? 9 * 24 * 60 : random.nextBoolean() ? 300 : 3 * 24 * 60;
            Instant until = from.plus(Duration.ofMinutes(1L + random.nextInt(minutes)));
            if (isFree(from, until, all)) {
                all.add(new Outage(from, until, ANY_OUTAGE.get(random.nextInt(ANY_OUTAGE.size()))));
            }
        }
        return all.stream().sorted(Comparator.comparing(Outage::from)).toList();
    }

    private List<Kill> kills() {
        Death[] any = Death.values();
        return random.ints(random.nextInt(4), 5, 90)
                .distinct()
                .mapToObj(job -> new Kill(job, any[random.nextInt(any.length)]))
                .toList();
    }
}

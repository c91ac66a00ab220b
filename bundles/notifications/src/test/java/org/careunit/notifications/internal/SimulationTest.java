package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.events.CaseChange;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.MessageState;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.model.CaseModel;
import org.careunit.notifications.model.CaseModel.Event;
import org.careunit.notifications.model.CaseModel.Rules;
import org.careunit.notifications.model.CaseModel.Who;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole lives of cases at a unit, made from seeds, on a virtual clock: what leaves is what a model says that was
 * written from the specification alone, each once, at its moment, to the right one. A seed that fails is printed with
 * the fewest events that still make it fail.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("careunit.simulation.seeds", 300);
    private static final long FIRST = Long.getLong("careunit.simulation.first", 1);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:07:00Z");
    private static final int SLOTS = 120 * 96;
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final String RECEPTION = "reception@example.org";
    private static final String RESIDENT = "resident@example.org";
    private static final Map<StaffId, String> STAFF = Map.of(ANNA, "anna@example.org", BO, "bo@example.org");

    @TempDir
    Path base;

    private TestStore store;
    private VirtualPlatform platform;

    /** One event of one of the unit's cases. */
    private record Step(int number, CaseChange change, Instant at) {}

    /** A unit and what happens at it; Bo may handle cases or not. */
    private record Life(Rules rules, boolean boIsPermitted, List<Step> steps) {

        private Life with(List<Step> fewer) {
            return new Life(rules, boIsPermitted, fewer);
        }

        private List<Event> of(int number) {
            return steps.stream()
                    .filter(step -> step.number() == number)
                    .map(step -> new Event(step.change(), step.at()))
                    .toList();
        }

        private Set<Integer> cases() {
            Set<Integer> all = new TreeSet<>();
            steps.forEach(step -> all.add(step.number()));
            return all;
        }
    }

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(base);
        platform = new VirtualPlatform(store, base, BEGIN);
        platform.town.turnOn(RECEPTION);
        STAFF.forEach((staff, mail) -> platform.town.wantToBeTold.put(staff, new EmailAddress(mail)));
        platform.recipients.setHost(ref ->
                Optional.of(new CaseContacts.Contacts(Optional.of(new EmailAddress(RESIDENT)), Optional.empty())));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatLeavesIsWhatTheSpecificationSays() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Life life = life(new Random(seed));
            Optional<String> difference = difference(life);
            if (difference.isPresent()) {
                Life fewest = fewest(life);
                assertThat(difference(fewest))
                        .as("seed %s, rules %s, fewest events %s", seed, fewest.rules(), fewest.steps())
                        .isEmpty();
            }
        }
    }

    @Test
    void theModelKnowsTheContractsAlone() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/careunit/notifications/model"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file))
                        .doesNotContainPattern("org\\.careunit\\.(?!api\\.|notifications\\.model)");
            }
        }
    }

    /** Leaves events out as long as the rest still fails. */
    private Life fewest(Life life) {
        Life smallest = life;
        boolean smaller = true;
        while (smaller) {
            Life from = smallest;
            Optional<Life> next = IntStream.range(0, from.steps().size())
                    .mapToObj(left -> from.with(IntStream.range(0, from.steps().size())
                            .filter(kept -> kept != left)
                            .mapToObj(from.steps()::get)
                            .toList()))
                    .filter(fewer ->
                            !fewer.steps().isEmpty() && difference(fewer).isPresent())
                    .findFirst();
            smaller = next.isPresent();
            smallest = next.orElse(from);
        }
        return smallest;
    }

    private Optional<String> difference(Life life) {
        List<String> expected = expected(life);
        List<String> happened = play(life, expected);
        Optional<String> open = life.cases().stream()
                .flatMap(number -> platform.rows("c-" + number).stream())
                .filter(row -> !row.state().ended())
                .map(row -> "not final: " + row.topic())
                .findFirst();
        Optional<String> unexplained =
                life.cases().stream().flatMap(this::unexplained).findFirst();
        return expected.equals(happened)
                ? open.or(() -> unexplained)
                : Optional.of("expected " + expected + " and " + happened + " left");
    }

    /** Each message that left is explained as sent. */
    private Stream<String> unexplained(int number) {
        long sent = platform.rows("c-" + number).stream()
                .filter(row -> row.state() == MessageState.SENT)
                .count();
        long explained =
                platform.explanations.why(new Actor.Operator("test"), new CaseRef(Events.UNIT, "c-" + number)).stream()
                        .filter(one -> one.reason() == MessageReason.SENT)
                        .count();
        return sent == explained ? Stream.empty() : Stream.of(explained + " of " + sent + " are explained as sent");
    }

    private static List<String> expected(Life life) {
        Set<String> once = new TreeSet<>();
        List<String> all = new ArrayList<>();
        for (int number : life.cases()) {
            CaseModel.of(life.rules(), life.of(number))
                    .forEach(telling -> addresses(life, telling.who()).forEach(address -> {
                        String line = telling.at() + " " + telling.topic() + " " + address;
                        // what falls due for one recipient at one instant is one message
                        if (telling.who() instanceof Who.Resident || once.add(line)) {
                            all.add(telling.at() + " " + address);
                        }
                    }));
        }
        return all.stream().sorted().toList();
    }

    private static Stream<String> addresses(Life life, Who who) {
        if (who instanceof Who.Staff staff) {
            return Stream.of(STAFF.get(staff.id()));
        } else if (who instanceof Who.HandlerOrAddresses told) {
            return Stream.of(permitted(life, told.handler()).map(STAFF::get).orElse(RECEPTION));
        } else if (who instanceof Who.Reminded reminded) {
            return permitted(life, reminded.handler())
                    .map(handler -> Stream.of(STAFF.get(handler)))
                    .orElseGet(() -> Stream.of(ANNA, BO)
                            .filter(staff -> permitted(life, Optional.of(staff)).isPresent())
                            .map(STAFF::get));
        }
        return Stream.of(who instanceof Who.Resident ? RESIDENT : RECEPTION);
    }

    private static Optional<StaffId> permitted(Life life, Optional<StaffId> staff) {
        return staff.filter(one -> one.equals(ANNA) || life.boIsPermitted());
    }

    private List<String> play(Life life, List<String> expected) {
        prepare(life);
        TreeSet<Instant> moments = new TreeSet<>();
        life.steps().forEach(step -> moments.add(step.at()));
        expected.forEach(line -> moments.add(Instant.parse(line.substring(0, line.indexOf(' ')))));
        Instant end = BEGIN.plus(Duration.ofDays(700));
        List<Step> left = new ArrayList<>(life.steps());
        while (platform.now().isBefore(end)) {
            Instant then = Stream.of(
                            Optional.ofNullable(moments.higher(platform.now())),
                            platform.nextDue().filter(due -> due.isAfter(platform.now())),
                            Optional.of(end))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            platform.jump(then);
            while (!left.isEmpty() && !left.get(0).at().isAfter(then)) {
                Step step = left.remove(0);
                platform.happens("c-" + step.number(), step.change(), step.at());
            }
        }
        return platform.sent.stream()
                .map(sent -> sent.at() + " " + sent.mail().to().value())
                .sorted()
                .toList();
    }

    private void prepare(Life life) {
        platform.beginAnew(BEGIN);
        platform.town.firstReplyDays = life.rules().promise() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(life.rules().promise());
        platform.town.sections.put(
                StaffReminder.class, new StaffReminder(true, life.rules().staffDays()));
        platform.town.sections.put(
                ResidentReminder.class, new ResidentReminder(true, life.rules().residentDays()));
        platform.town.sections.put(ClosedDays.class, life.rules().calendar());
        platform.settingsChanged();
        store.transactions().run(() -> STAFF.keySet().forEach(staff -> store.grants()
                .replace(
                        Events.UNIT,
                        staff,
                        permitted(life, Optional.of(staff)).isPresent()
                                ? Map.of(Permission.CASE_RECEIVER, GrantPeriod.ALWAYS)
                                : Map.of(),
                        "test")));
    }

    private static Life life(Random random) {
        Rules rules = new Rules(closed(random), 1 + random.nextInt(5), random.nextInt(4), 1 + random.nextInt(4));
        TreeSet<Integer> slots = new TreeSet<>();
        int cases = 1 + random.nextInt(3);
        List<Step> steps = new ArrayList<>();
        for (int number = 0; number < cases; number++) {
            int slot = free(slots, random.nextInt(SLOTS / 3));
            steps.add(new Step(number, new CaseChange.Received(new CaseTypeKey("kontakta-mig")), at(slot)));
            for (int event = random.nextInt(8); event > 0; event--) {
                slot = free(slots, slot + 1 + random.nextInt(8 * 96));
                steps.add(new Step(number, change(random), at(slot)));
            }
        }
        return new Life(
                rules,
                random.nextBoolean(),
                steps.stream().sorted(Comparator.comparing(Step::at)).toList());
    }

    /** News within ten minutes would be gathered, so each quarter of an hour has one event at most. */
    private static int free(Set<Integer> slots, int from) {
        int slot = from;
        while (!slots.add(slot)) {
            slot++;
        }
        return slot;
    }

    private static Instant at(int slot) {
        return BEGIN.plus(Duration.ofMinutes(15L * slot));
    }

    private static ClosedDays closed(Random random) {
        LocalDate first = LocalDate.ofInstant(BEGIN, SwedishTime.ZONE);
        return new ClosedDays(random.ints(random.nextInt(6), 0, 150)
                .mapToObj(first::plusDays)
                .map(day -> new ClosedDays.Closed(day, day, "Stängt"))
                .toList());
    }

    private static CaseChange change(Random random) {
        return switch (random.nextInt(13)) {
            case 0 -> new CaseChange.Given(ANNA, BO);
            case 1 -> new CaseChange.Given(BO, ANNA);
            case 2 -> new CaseChange.Given(BO, BO);
            case 3 -> new CaseChange.PartReplied();
            case 4, 5, 6 -> new CaseChange.CounterQuestionAsked();
            case 7, 8 -> new CaseChange.ResidentReplied();
            case 9 -> new CaseChange.Answered();
            case 10 -> new CaseChange.Reopened();
            case 11 -> new CaseChange.AnswerRead();
            default -> new CaseChange.Closed();
        };
    }
}

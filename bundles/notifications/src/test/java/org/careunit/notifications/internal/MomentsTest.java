package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.access.Permission;
import org.careunit.api.events.CaseChange;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.VirtualPlatform.Sent;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Reminders from the event to the gateway, beside answers that were written by hand from the specification. */
class MomentsTest {

    private static final String CASE = "c-1";
    private static final Duration AFTER = Duration.ofDays(30);
    private static final Set<Topic> REMINDERS = Set.of(Topic.FIRST_REPLY, Topic.OVERDUE, Topic.UNREAD);
    private static final Map<String, StaffId> STAFF =
            Map.of("anna", new StaffId("SE1111111111-ANNA"), "bo", new StaffId("SE1111111111-BO"));
    private static final Map<String, CaseChange> CHANGES = Map.of(
            "received", new CaseChange.Received(new CaseTypeKey("kontakta-mig")),
            "part", new CaseChange.PartReplied(),
            "question", new CaseChange.CounterQuestionAsked(),
            "reply", new CaseChange.ResidentReplied(),
            "answered", new CaseChange.Answered(),
            "read", new CaseChange.AnswerRead(),
            "reopened", new CaseChange.Reopened(),
            "withdrawn", new CaseChange.Withdrawn(),
            "closed", new CaseChange.Closed());

    @TempDir
    static Path base;

    private static TestStore store;
    private static VirtualPlatform platform;

    @BeforeAll
    static void openStore() throws Exception {
        store = TestStore.embedded(base);
        platform = new VirtualPlatform(store, base, Instant.EPOCH);
        EmailAddress resident = new EmailAddress("resident@example.org");
        platform.recipients.setHost(
                ref -> Optional.of(new CaseContacts.Contacts(Optional.of(resident), Optional.empty())));
    }

    @AfterAll
    static void closeStore() {
        store.close();
    }

    @BeforeEach
    void decideNothing() {
        Town town = platform.town;
        town.sections.clear();
        town.saved.clear();
        town.defaults.clear();
        town.absentUntil.clear();
        town.quietHours = QuietHours.DEFAULT;
        town.firstReplyDays = OptionalInt.empty();
        town.turnOn("reception@example.org");
        STAFF.forEach((name, staff) -> town.wantToBeTold.put(staff, new EmailAddress(name + "@example.org")));
        permit("anna", Set.of(Permission.CASE_HANDLER));
        permit("bo", Set.of(Permission.CASE_RECEIVER));
        platform.settingsChanged();
        store.transactions().run(() -> store.dues().calculated(Events.UNIT, "by what held in another life"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "moments.csv", delimiter = '|', numLinesToSkip = 4)
    void thoseAreRemindedAtTheirMoments(String name, String steps, String reminders) {
        String[] all = steps.split("; ");
        platform.beginAnew(at(all[0].split(" ")[0]).minus(Duration.ofHours(1)));
        for (String step : all) {
            String[] words = step.split(" ");
            platform.untilDue(at(words[0]));
            happens(words[1], words.length > 2 ? at(words[3]) : platform.now());
        }
        platform.untilDue(platform.now().plus(AFTER));
        assertThat(reminded()).as(name).isEqualTo(reminders == null ? List.of() : Arrays.asList(reminders.split("; ")));
    }

    /** In the order of their times, those of one instant by their topics. */
    private List<String> reminded() {
        return platform.sent.stream()
                .filter(sent -> REMINDERS.contains(topic(sent)))
                .map(sent ->
                        sent.at().atZone(SwedishTime.ZONE).toLocalDateTime() + " " + topic(sent) + " " + name(sent))
                .sorted()
                .map(line -> line.split(" "))
                .map(words -> words[1].toLowerCase(Locale.ROOT) + " " + words[2] + " " + words[0])
                .collect(Collectors.toList());
    }

    private Topic topic(Sent sent) {
        return store.messages().ofMessage(sent.mail().id()).get(0).topic();
    }

    private static String name(Sent sent) {
        String address = sent.mail().to().value();
        return address.substring(0, address.indexOf('@'));
    }

    private void happens(String what, Instant when) {
        String[] parts = what.split("=");
        if (CHANGES.containsKey(what)) {
            platform.happens(CASE, CHANGES.get(what), when);
        } else if (parts[0].equals("given")) {
            platform.happens(CASE, new CaseChange.Given(STAFF.get(parts[1]), STAFF.get(parts[1])), when);
        } else {
            decide(parts[0], parts[1]);
            platform.settingsChanged();
            platform.lookForChanges();
        }
    }

    private static void decide(String what, String value) {
        Town town = platform.town;
        switch (what) {
            case "staff" -> town.save(staff(value), platform.now());
            case "resident" -> town.save(resident(value), platform.now());
            case "closed" -> town.save(closed(value), platform.now());
            case "region-staff" -> town.saveDefault(staff(value), value.endsWith(",locked"), platform.now());
            case "region-closed" -> town.saveDefault(closed(value), false, platform.now());
            case "promise" -> town.firstReplyDays =
                    value.equals("0") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
            case "quiet" -> town.quietHours =
                    new QuietHours(LocalTime.parse(value.split("-")[0]), LocalTime.parse(value.split("-")[1]));
            case "absent" -> town.absentUntil.put(STAFF.get(value.split(",")[0]), LocalDate.parse(value.split(",")[1]));
            case "revoke" -> permit(value, Set.of());
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static void permit(String name, Set<Permission> permissions) {
        store.transactions().run(() -> store.grants().replace(Events.UNIT, STAFF.get(name), permissions, "test"));
    }

    private static StaffReminder staff(String value) {
        return value.equals("off")
                ? new StaffReminder(false, 3)
                : new StaffReminder(true, Integer.parseInt(value.split(",")[0]));
    }

    private static ResidentReminder resident(String value) {
        return value.equals("off")
                ? new ResidentReminder(false, 3)
                : new ResidentReminder(true, Integer.parseInt(value));
    }

    private static ClosedDays closed(String value) {
        if (value.equals("none")) {
            return ClosedDays.NONE;
        }
        if (value.equals("all")) {
            return new ClosedDays(Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusDays(366))
                    .limit(ClosedDays.MOST)
                    .map(day -> new ClosedDays.Closed(day, day.plusDays(365), "Stängt"))
                    .toList());
        }
        String[] days = value.split("\\.\\.");
        return new ClosedDays(
                List.of(new ClosedDays.Closed(LocalDate.parse(days[0]), LocalDate.parse(days[1]), "Stängt")));
    }

    private static Instant at(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text.startsWith("20") ? text : "2026-" + text)
                        .atZone(SwedishTime.ZONE)
                        .toInstant();
    }
}

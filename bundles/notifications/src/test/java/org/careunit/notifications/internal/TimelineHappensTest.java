package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.cases.PlannedCase.Step;
import org.careunit.api.cases.PlannedMessage;
import org.careunit.api.cases.PlannedMessage.PlannedRecipient;
import org.careunit.api.events.CaseChange;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.EmailNotification;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the timeline shows of a planned case is what leaves when the same case happens; for stories from seeds. */
class TimelineHappensTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor OPERATOR = new Actor.Operator("test");
    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final String RESIDENT = "resident@example.org";
    private static final int STORIES = Integer.getInteger("careunit.timeline.stories", 20);

    @TempDir
    Path base;

    private TestStore store;
    private VirtualPlatform platform;

    @BeforeEach
    void openStore() throws Exception {
        store = TestStore.embedded(base);
        platform = new VirtualPlatform(store, base, BEGIN);
        platform.town.turnOn("reception@example.org");
        platform.town.firstReplyDays = OptionalInt.of(2);
        platform.town.wantToBeTold.put(ANNA, new EmailAddress("anna@example.org"));
        platform.town.wantToBeTold.put(BO, new EmailAddress("bo@example.org"));
        store.transactions().run(() -> List.of(ANNA, BO).forEach(staff -> store.grants()
                .replace(Events.UNIT, staff, Map.of(Permission.CASE_RECEIVER, GrantPeriod.ALWAYS), "test")));
        platform.recipients.setHost(ref ->
                Optional.of(new CaseContacts.Contacts(Optional.of(new EmailAddress(RESIDENT)), Optional.empty())));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsShownHappensAndNothingElseDoes() {
        for (int seed = 0; seed < STORIES; seed++) {
            PlannedCase planned = planned(new Random(seed), platform.now());
            List<String> shown = shown(platform.timelines.preview(OPERATOR, Events.UNIT, planned));
            platform.sent.clear();
            play("c-" + seed, planned);
            assertThat(happened()).as("seed %s", seed).isEqualTo(shown);
        }
    }

    @Test
    void anAbsenceThatEndsBeforeTheReminderCountsNoMore() {
        platform.town.absentUntil.put(ANNA, LocalDate.of(2026, 3, 6));
        PlannedCase planned = new PlannedCase(
                new CaseTypeKey("kontakta-mig"), BEGIN, List.of(new Step(new CaseChange.Given(ANNA, BO), BEGIN)));
        assertThat(platform.timelines.preview(OPERATOR, Events.UNIT, planned))
                .filteredOn(message -> message.topic() == Topic.OVERDUE)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.recipients())
                            .extracting(PlannedRecipient::recipient)
                            .containsExactly(masked("anna@example.org"));
                    assertThat(message.decidedBy().orElseThrow().section()).isEqualTo("staff-reminder");
                    assertThat(message.swedish()).contains("3 arbetsdagar");
                });
    }

    @Test
    void whereNobodyWouldBeToldItSaysWhy() {
        platform.town.email = EmailNotification.OFF;
        PlannedCase planned = new PlannedCase(new CaseTypeKey("kontakta-mig"), BEGIN, List.of());
        assertThat(platform.timelines.preview(OPERATOR, Events.UNIT, planned).get(0))
                .satisfies(message -> {
                    assertThat(message.topic()).isEqualTo(Topic.NEW_CASE);
                    assertThat(message.recipients()).isEmpty();
                    assertThat(message.reason()).isEqualTo(MessageReason.SWITCHED_OFF);
                });
    }

    private static PlannedCase planned(Random random, Instant now) {
        Instant received = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        List<Step> steps = new ArrayList<>();
        Instant at = received;
        for (int i = 0; i < 6; i++) {
            at = at.plus(Duration.ofMinutes(15L + 15L * random.nextInt(6 * 96)));
            steps.add(new Step(change(random), at));
        }
        return new PlannedCase(new CaseTypeKey("kontakta-mig"), received, steps);
    }

    private static CaseChange change(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> new CaseChange.Given(ANNA, BO);
            case 1 -> new CaseChange.Given(BO, BO);
            case 2 -> new CaseChange.PartReplied();
            case 3, 4 -> new CaseChange.CounterQuestionAsked();
            case 5 -> new CaseChange.ResidentReplied();
            case 6 -> new CaseChange.Answered();
            case 7 -> new CaseChange.Reopened();
            default -> new CaseChange.AnswerRead();
        };
    }

    private void play(String caseId, PlannedCase planned) {
        platform.until(planned.receivedAt());
        platform.happens(caseId, new CaseChange.Received(planned.caseType()));
        for (Step step : planned.steps()) {
            platform.until(step.at());
            platform.happens(caseId, step.change());
        }
        platform.until(platform.now().plus(Duration.ofDays(40)));
    }

    private static List<String> shown(List<PlannedMessage> messages) {
        return messages.stream()
                .flatMap(message -> message.recipients().stream()
                        .map(told -> line(
                                message.at(),
                                told.recipient().equals("resident") ? masked(RESIDENT) : told.recipient())))
                .sorted()
                .toList();
    }

    private List<String> happened() {
        return platform.sent.stream()
                .map(sent -> line(sent.at(), sent.mail().to().masked()))
                .sorted()
                .collect(Collectors.toList());
    }

    /** The virtual platform looks each quarter of an hour. */
    private static String line(Instant at, String recipient) {
        return at.truncatedTo(ChronoUnit.HOURS) + " " + recipient;
    }

    private static String masked(String address) {
        return new EmailAddress(address).masked();
    }
}

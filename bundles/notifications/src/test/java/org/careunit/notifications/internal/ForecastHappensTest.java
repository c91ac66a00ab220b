package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.clocks.CaseClock;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.LedgerRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the clocks forecast for a case is what happens to it, as long as nothing else does; for stories made from seeds.
 */
class ForecastHappensTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Set<Topic> REMINDERS =
            Stream.of(CaseClock.values()).map(CaseClock::topic).collect(Collectors.toSet());
    private static final int STORIES = 25;
    private static final int EVENTS = 8;

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
        EmailAddress resident = new EmailAddress("resident@example.org");
        platform.recipients.setHost(
                ref -> Optional.of(new CaseContacts.Contacts(Optional.of(resident), Optional.empty())));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void everyForecastHappensAtItsMomentAndNothingElseDoes() {
        for (int seed = 0; seed < STORIES; seed++) {
            String caseId = "c-" + seed;
            Random random = new Random(seed);
            platform.happens(caseId, new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
            for (int i = 0; i < EVENTS; i++) {
                Instant next = platform.now().plus(Duration.ofMinutes(15L * random.nextInt(7 * 96)));
                passUntil(next, caseId, seed);
                platform.happens(caseId, change(random));
            }
            passUntil(platform.now().plus(Duration.ofDays(30)), caseId, seed);
        }
    }

    private void passUntil(Instant then, String caseId, int seed) {
        Optional<Map.Entry<CaseClock, Instant>> next = next(caseId);
        while (next.isPresent() && !next.get().getValue().isAfter(then)) {
            Instant moment = next.get().getValue();
            if (moment.isAfter(platform.now())) {
                List<LedgerRow> before = reminders(caseId);
                platform.jump(moment.minusSeconds(1));
                assertThat(reminders(caseId))
                        .as("seed %s before %s", seed, moment)
                        .isEqualTo(before);
            }
            platform.jump(moment);
            Topic topic = next.get().getKey().topic();
            StoredCase after = theCase(caseId);
            assertThat(after.progress().reminded())
                    .as("seed %s at %s", seed, moment)
                    .contains(next.get().getKey().name());
            assertThat(reminders(caseId)).as("seed %s at %s", seed, moment).anyMatch(row -> row.topic() == topic);
            next = next(caseId);
        }
        List<LedgerRow> before = reminders(caseId);
        platform.jump(then);
        assertThat(reminders(caseId)).as("seed %s until %s", seed, then).hasSameSizeAs(before);
    }

    /** What the clocks say will come next. */
    private Optional<Map.Entry<CaseClock, Instant>> next(String caseId) {
        StoredCase stored = theCase(caseId);
        return platform.forecast(stored).entrySet().stream()
                .flatMap(one -> one.getValue().leaving().map(at -> Map.entry(one.getKey(), at)).stream())
                .min(Map.Entry.comparingByValue());
    }

    private StoredCase theCase(String caseId) {
        return store.cases().find(new CaseRef(Events.UNIT, caseId)).orElseThrow();
    }

    private List<LedgerRow> reminders(String caseId) {
        return platform.rows(caseId).stream()
                .filter(row -> REMINDERS.contains(row.topic()))
                .toList();
    }

    private static CaseChange change(Random random) {
        List<CaseChange> all = List.of(
                new CaseChange.PartReplied(),
                new CaseChange.CounterQuestionAsked(),
                new CaseChange.CounterQuestionAsked(),
                new CaseChange.ResidentReplied(),
                new CaseChange.ResidentReplied(),
                new CaseChange.Answered(),
                new CaseChange.AnswerRead(),
                new CaseChange.Reopened(),
                new CaseChange.Closed());
        return all.get(random.nextInt(all.size()));
    }
}

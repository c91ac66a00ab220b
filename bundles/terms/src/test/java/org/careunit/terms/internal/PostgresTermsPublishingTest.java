package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.Test;

class PostgresTermsPublishingTest extends TermsPublishingContract {

    private String url;

    @Override
    TestStore open() throws SQLException {
        url = TestStore.newPostgresUrl();
        return TestStore.on(url, "postgres", "test-terms");
    }

    @Test
    void whatOneNodePublishesAndSchedulesHoldsOnTheOther() throws SQLException {
        try (TestStore other = TestStore.on(url, "postgres", "test-terms-2")) {
            TermsContext context = context(other);
            TermsComponent there = new TermsComponent(FakeAccess.operatorsAndResidents(), context);
            assertThat(text(there)).doesNotContain("Nu", "Sedan");
            terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Nu"), 0);
            terms.publish(ANNA, UNIT, BOOK, 1);
            terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Sedan"), 2);
            Instant then = clock.instant().plus(Duration.ofDays(1));
            terms.schedule(ANNA, UNIT, BOOK, then, 3);
            Awaitility.await().untilAsserted(() -> assertThat(there.history(ANNA, UNIT, BOOK))
                    .hasSize(4));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(text(there)).contains("Nu").doesNotContain("Sedan"));
            clock.set(then);
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(text(there)).contains("Sedan").doesNotContain("Nu"));
            context.close();
        }
    }

    private static List<String> text(TermsComponent terms) {
        return words(terms.effective(ANNA, UNIT, BOOK).orElseThrow());
    }
}

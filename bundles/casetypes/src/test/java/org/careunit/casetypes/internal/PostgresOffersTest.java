package org.careunit.casetypes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import org.careunit.api.casetypes.Offer.Reason;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.settings.DailyCaps;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.Test;

class PostgresOffersTest extends OffersContract {

    private String url;

    @Override
    TestStore open() throws SQLException {
        url = TestStore.newPostgresUrl();
        return TestStore.on(url, "postgres", "one");
    }

    @Test
    void whatAnotherNodeReceivedCountsTowardsTheCap() throws SQLException {
        say(new DailyCaps(OptionalInt.of(2), Map.of(new CaseTypeKey("boka-tid"), 1)), 1);
        assertThat(reasons(NOON)).isEmpty();
        try (TestStore other = TestStore.on(url, "postgres", "two")) {
            receive(other, "1", NOON.minusSeconds(60));
        }
        assertThat(reasons(NOON)).containsExactly(Reason.CAP_REACHED);
    }
}

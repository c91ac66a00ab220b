package org.careunit.itests.checks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.careunit.testkit.Careunit;
import org.careunit.testkit.CareunitExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All checks, on a PostgreSQL server. */
class ChecksOnPostgresqlTest {

    private static final EmbeddedPostgres SERVER = server();

    @RegisterExtension
    static final CareunitExtension CAREUNIT = CareunitExtension.configured(Map.of(
            "careunit.storage",
            Map.of("url", "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/postgres", "user", "postgres")));

    private static EmbeddedPostgres server() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One for all checks. */
    @BeforeAll
    static void start(Careunit careunit) {
        careunit.awaitIdle();
    }

    // Listed for each store: reports of nested classes in a shared base would bear the same names.

    @Nested
    class Actors extends ActorChecks {}

    @Nested
    class Events extends EventChecks {}

    @Nested
    class EndedCases extends EndedCaseChecks {}

    @Nested
    class Storms extends StormChecks {}

    @Nested
    class Conflicts extends ConflictChecks {}

    @Nested
    class Pagings extends PagingChecks {}

    @Nested
    class Offers extends OfferChecks {}

    @Nested
    class TermsOfCaseTypes extends TermsChecks {}

    @Nested
    class PersonalSettings extends PersonalSettingChecks {}

    @Nested
    class Permissions extends PermissionChecks {}

    @Nested
    class ReadinessOfUnits extends ReadinessChecks {}

    @Nested
    class Notices extends NoticeChecks {}

    @Nested
    class Refusals extends RefusalChecks {}

    @Nested
    class PrintedRecords extends PrintingChecks {}

    @Nested
    class Configurations extends ConfigurationChecks {}

    @Nested
    class Ledgers extends LedgerChecks {}

    @Nested
    class Threads extends ThreadChecks {}

    @Nested
    class StrangeInputs extends StrangeInputChecks {}

    @Nested
    class RepeatedCalls extends RepeatedCallChecks {}
}

package org.careunit.storage.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.audit.AuditTrail.Verification;
import org.careunit.storage.audit.AuditTrail.Verification.Broken;
import org.careunit.storage.audit.AuditTrail.Verification.Intact;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.internal.node.PostgresServer;
import org.careunit.storage.internal.node.StorageNode;
import org.careunit.storage.internal.node.StorageSettings;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is installed with the embedded store and then given a server begins a trail there; no alarm. */
class AuditOfAnotherDatabaseTest {

    @TempDir
    Path directory;

    @Test
    void anEmptyServerAfterTheEmbeddedStoreIsNoDeletedTrail() throws Exception {
        assertThat(verified(embedded("storage"))).isInstanceOf(Intact.class);
        Server server = PostgresServer.newDatabase();
        assertThat(verified(on(server))).isInstanceOf(Intact.class);
        assertThat(verified(on(PostgresServer.newDatabase()))).isInstanceOf(Intact.class);
        assertThat(verified(embedded("another"))).isInstanceOf(Intact.class);
        assertThat(verified(on(server))).as("back to the first").isInstanceOf(Intact.class);
    }

    @Test
    void aTrailThatWasDeletedIsFoundInEachOfThem() throws Exception {
        Server server = PostgresServer.newDatabase();
        for (StorageSettings settings : new StorageSettings[] {embedded("storage"), on(server)}) {
            verified(settings);
            delete(settings);
            assertThat(verified(settings)).as(settings.database()).isInstanceOf(Broken.class);
            assertThat(verified(settings)).as("for good").isInstanceOf(Broken.class);
        }
    }

    @Test
    void aFileThatNamesNoDatabaseKnowsWhichIsOpenedWithIt() throws Exception {
        StorageSettings settings = embedded("storage");
        verified(settings);
        Path secrets = settings.secrets();
        Files.writeString(secrets, Files.readString(secrets).replaceFirst("AUDIT.begun = .*", "AUDIT.begun = true"));
        assertThat(verified(settings)).isInstanceOf(Intact.class);
        assertThat(Files.readString(secrets)).contains("AUDIT.begun = embedded:storage\n");
        assertThat(verified(on(PostgresServer.newDatabase()))).isInstanceOf(Intact.class);
    }

    @Test
    void aDatabaseIsKnownByItsAddressAndSchemaAlone() {
        String there = "jdbc:postgresql://127.0.0.1:5432/careunit";
        assertThat(on(new Server(there, "one", "a")).database()).isEqualTo("127.0.0.1:5432/careunit");
        assertThat(on(new Server(there + "?targetServerType=primary", "two", "b"))
                        .database())
                .isEqualTo("127.0.0.1:5432/careunit");
        assertThat(on(new Server(there + "?currentSchema=north", "two", "b")).database())
                .isEqualTo("127.0.0.1:5432/careunit#north");
        assertThat(embedded("f\u00e5r rum").database()).isEqualTo("embedded:f_r_rum");
    }

    private StorageSettings embedded(String name) {
        return new StorageSettings(
                Optional.empty(), directory.resolve(name), directory.resolve("secrets"), 8, 8, "test");
    }

    private StorageSettings on(Server server) {
        return new StorageSettings(Optional.of(server), Path.of("unused"), directory.resolve("secrets"), 8, 8, "test");
    }

    private static Verification verified(StorageSettings settings) throws SQLException {
        try (StorageNode node = StorageNode.open(settings, new JobHandlers(), Pools.open(settings))) {
            return node.service(AuditTrail.class).verify(Scope.PLATFORM, Optional.empty());
        }
    }

    private static void delete(StorageSettings settings) throws SQLException {
        try (var pool = Pools.open(settings);
                Connection connection = pool.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("DELETE FROM audit_rows");
            sql.execute("DELETE FROM audit_heads");
        }
    }
}

package org.careunit.storage.internal.audit;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.audit.AuditTrail.Verification.Intact;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.internal.node.PostgresServer;
import org.careunit.storage.internal.node.StorageNode;
import org.careunit.storage.internal.node.StorageSettings;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.internal.secrets.SecretFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class PostgresAuditTest extends AuditContract {

    @TempDir
    Path directory;

    @Override
    public TestStore open() throws SQLException {
        return TestStore.postgres("test-audit");
    }

    @Override
    public TestStore reopen(TestStore open) throws SQLException {
        TestStore again = open.another("test-audit-again");
        open.close();
        return again;
    }

    @Test
    public void aNodeThatStillRunsTakesTheSecretThatARestartedOneUses() throws Exception {
        HsaId unit = new HsaId("SE1111111111-UNIT1");
        Server server = PostgresServer.newDatabase();
        try (StorageNode running = node(server, "running")) {
            trail(running).append(unit, "staff:one", "settings.change", "by the first");
            copy("running", "restarted");
            new SecretFile(directory.resolve("restarted")).add(Purpose.AUDIT);
            copy("restarted", "running");
            try (StorageNode restarted = node(server, "restarted")) {
                trail(restarted).append(unit, "staff:one", "settings.change", "by the second");
                trail(running).append(unit, "staff:one", "settings.change", "by the first");
                assertThat(trail(restarted).verify(Scope.unit(unit), Optional.empty()))
                        .isInstanceOf(Intact.class);
                assertThat(trail(running).verify(Scope.unit(unit), Optional.empty()))
                        .isInstanceOf(Intact.class);
            }
        }
    }

    private StorageNode node(Server server, String name) throws SQLException {
        StorageSettings settings =
                new StorageSettings(Optional.of(server), Path.of("unused"), directory.resolve(name), 16, 16, name);
        return StorageNode.openMigrated(settings, new JobHandlers(), Pools.open(settings));
    }

    private static AuditTrail trail(StorageNode node) {
        return node.service(AuditTrail.class);
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(directory.resolve(from), directory.resolve(to), REPLACE_EXISTING, COPY_ATTRIBUTES);
    }
}

package org.careunit.storage.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.operations.TestConsole.run;
import static org.careunit.operations.TestConsole.succeeds;

import java.nio.file.Path;
import java.util.Map;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.operations.HostileWords;
import org.careunit.storage.internal.database.JvmRegistrations;
import org.careunit.storage.internal.node.StorageComponent;
import org.careunit.testkit.fakes.Stub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The store's own commands on an open embedded store, with what nobody should write after them. */
class StorageCommandsTest {

    @TempDir
    Path directory;

    private StorageComponent storage;

    @BeforeEach
    void open() {
        ServiceRegistration<?> registration = Stub.of(ServiceRegistration.class, "unregister", asked -> null);
        Bundle bundle = Stub.of(Bundle.class, Map.of("getSymbolicName", asked -> "test", "adapt", asked -> null));
        BundleContext context = Stub.of(
                BundleContext.class,
                Map.of(
                        "getBundle", asked -> bundle,
                        "getServiceReference", asked -> null,
                        "registerService", asked -> registration));
        storage = new StorageComponent(
                context,
                Map.of(
                        "directory", directory.resolve("store").toString(),
                        "secrets", directory.resolve("secrets.properties").toString()));
        awaitOpen();
    }

    @AfterEach
    void close() {
        storage.close();
        JvmRegistrations.acquire(); // what comes after in this JVM opens connections, too
    }

    private void awaitOpen() {
        await().until(() -> storage.opener().node().isPresent());
    }

    @Test
    void secretsAreListedAndRotatedByTheirPurposeAlone() {
        SecretsListCommand list = new SecretsListCommand();
        list.storage = storage;
        assertThat(run(list)).contains("person-number", "audit");
        assertThat(succeeds(list)).isTrue();
        SecretsRotateCommand rotate = new SecretsRotateCommand();
        rotate.storage = storage;
        HostileWords.assertPlainAnswers(rotate, word -> rotate.purpose = word);
        rotate.purpose = "PERSON-NUMBER";
        assertThat(succeeds(rotate)).isFalse();
        rotate.purpose = "person-number";
        assertThat(succeeds(rotate)).isTrue();
    }

    @Test
    void whatIsNoDatabaseIsRefusedAndTheStoreStaysOpen() {
        StorageCopyCommand copy = new StorageCopyCommand();
        copy.storage = storage;
        copy.console = Stub.of(Session.class, "readLine", asked -> "secret");
        copy.user = "careunit";
        HostileWords.assertPlainAnswers(copy, word -> copy.url = word);
        assertThat(storage.opener().node()).isPresent();
        copy.url = "jdbc:postgresql://127.0.0.1:1/careunit";
        copy.user = " ";
        assertThat(succeeds(copy)).isFalse();
        copy.user = "careunit";
        copy.console = Stub.of(Session.class, "readLine", asked -> "");
        assertThat(run(copy)).contains("needs a terminal");
        assertThat(storage.opener().node()).isPresent();
    }

    @Test
    void aServerThatIsNotThereFailsTheCopyAndTheStoreIsOpenedAgain() {
        StorageCopyCommand copy = new StorageCopyCommand();
        copy.storage = storage;
        copy.console = Stub.of(Session.class, "readLine", asked -> "secret");
        copy.user = "careunit";
        copy.url = "jdbc:postgresql://127.0.0.1:1/careunit";
        assertThat(succeeds(copy)).isFalse();
        awaitOpen();
    }
}

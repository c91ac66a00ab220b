package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.TlsListener;
import org.careunit.operations.connection.ConnectionFault;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which TLS fault keeps us from PostgreSQL is said, with what to do. */
class StoreOverTlsTest {

    @TempDir
    Path folder;

    @Test
    void aCertificateForAnotherNameIsToldApart() throws Exception {
        MailCertificate other = MailCertificate.forHost("other", folder);
        staysClosed(TlsListener.ofPostgresql(other), other, ConnectionFault.NAME);
    }

    @Test
    void anExpiredCertificateIsToldApart() throws Exception {
        MailCertificate valid = MailCertificate.forHost("localhost", folder);
        staysClosed(
                TlsListener.ofPostgresql(MailCertificate.expired("localhost", folder)), valid, ConnectionFault.DATE);
    }

    @Test
    void aCertificateThatNobodyTrustsIsToldApart() throws Exception {
        MailCertificate unknown = MailCertificate.forHost("localhost", folder);
        staysClosed(
                TlsListener.ofPostgresql(unknown), MailCertificate.forHost("other", folder), ConnectionFault.ISSUER);
    }

    @Test
    void aServerWithoutTlsIsToldApart() {
        String plain = PostgresServer.newDatabase().url().replace("127.0.0.1", "localhost");
        StorageOpener opener = new StorageOpener(
                new NeverOpen(), new JobHandlers(), new StorageSettingsReader(folder.resolve("home"), "node"));
        try {
            opener.configure(new HashMap<>(Map.of("url", plain + "?sslmode=verify-full", "user", "postgres")));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(opener.closedBecause()).contains("offers no TLS", "'url'"));
        } finally {
            opener.close();
        }
    }

    private void staysClosed(TlsListener door, MailCertificate trusted, ConnectionFault fault) throws Exception {
        StorageOpener opener = new StorageOpener(
                new NeverOpen(), new JobHandlers(), new StorageSettingsReader(folder.resolve("home"), "node"));
        try (door) {
            opener.configure(new HashMap<>(Map.of(
                    "url",
                    "jdbc:postgresql://localhost:" + door.port() + "/careunit?sslmode=verify-full",
                    "user",
                    "careunit",
                    "trustedCertificates",
                    trusted.pem().toString())));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(opener.closedBecause())
                    .contains(fault.what(), fault.advice("url"))
                    .doesNotContain("'host'"));
        } finally {
            opener.close();
        }
    }

    private static final class NeverOpen implements StorageOpener.Registry {
        @Override
        public void register(Map<Class<?>, Object> services) {
            throw new AssertionError("The store was opened");
        }

        @Override
        public void unregister() {
            // nothing is there
        }
    }
}

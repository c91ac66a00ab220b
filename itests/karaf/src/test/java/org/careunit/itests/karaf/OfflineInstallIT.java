package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.careunit.itests.host.Build;
import org.careunit.itests.host.KarafManagement;
import org.careunit.itests.host.KarafProcess;
import org.junit.jupiter.api.Test;

/** An operator's first quarter of an hour: a stock Karaf, the archive on a stick, no network. */
class OfflineInstallIT {

    private static final String CONFIGURATION = "etc/careunit.storage.cfg";
    private static final String SECRETS = "careunit/secrets.properties";
    private static final String RECEIPT_KEY = "careunit/receipt-key.properties";

    @Test
    void theArchiveAndOneCommandInstallEverything() throws Exception {
        try (var karaf = KarafProcess.unpack(Build.KARAF, "stock")) {
            var management = karaf.start();
            var pristine = management.bundles().keySet().toArray(String[]::new);
            Files.copy(Build.ARCHIVE, karaf.file("deploy/careunit.kar"));
            management.awaitFeature("careunit");
            assertThat(management.installedFeatures()).doesNotContain("careunit");

            management.install("careunit");

            assertThat(management.installedFeatures()).contains("careunit", "careunit-core", "careunit-camel");
            assertThat(management.bundles()).containsKeys(pristine);
            management.awaitOurs();
            karaf.checkLog();
            karaf.stop();
        }
    }

    @Test
    void theDataFolderCanBeDeleted() throws Exception {
        try (var karaf = KarafProcess.unpack(Build.KARAF, "stock-without-data")) {
            Files.copy(Build.ARCHIVE, karaf.file("deploy/careunit.kar"));
            var first = karaf.start();
            awaitArchive(karaf, first);
            first.install("careunit");
            Files.writeString(karaf.file(CONFIGURATION), "connections = 7\n");
            karaf.stop();
            karaf.deleteData();

            var second = karaf.start();
            awaitArchive(karaf, second);
            second.install("careunit");

            assertThat(second.installedFeatures()).contains("careunit");
            assertThat(karaf.file(CONFIGURATION)).hasContent("connections = 7");
            assertThat(karaf.file("careunit")).isNotEmptyDirectory();
            karaf.checkLog();
            karaf.stop();
        }
    }

    /** Karaf's deployer takes the old features away and installs nothing, so the manual says what to do then. */
    @Test
    void anArchiveThatIsOverwrittenIsInstalledAgainOverTheSameData() throws Exception {
        try (var karaf = KarafProcess.unpack(Build.KARAF, "stock-overwritten")) {
            var management = karaf.start();
            Files.copy(Build.ARCHIVE, karaf.file("deploy/careunit.kar"));
            management.awaitFeature("careunit");
            management.install("careunit");
            management.awaitOurs();
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(karaf.file(RECEIPT_KEY)));
            var secrets = Files.readString(karaf.file(SECRETS));
            var key = Files.readString(karaf.file(RECEIPT_KEY));
            Files.writeString(karaf.file(CONFIGURATION), "connections = 7\n");

            Files.copy(Build.ARCHIVE, karaf.file("deploy/careunit.kar"), StandardCopyOption.REPLACE_EXISTING);
            await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> management.installedFeatures().stream()
                    .noneMatch(feature -> feature.startsWith("careunit")));
            management.awaitFeature("careunit");
            management.install("careunit");

            management.awaitOurs();
            assertThat(karaf.file(CONFIGURATION)).hasContent("connections = 7");
            assertThat(karaf.file(SECRETS)).hasContent(secrets);
            assertThat(karaf.file(RECEIPT_KEY)).hasContent(key);
            karaf.stop();
        }
    }

    @Test
    void theDistributionStartsWithEverythingInstalled() throws Exception {
        try (var karaf = KarafProcess.unpack(Build.DISTRIBUTION, "distribution")) {
            var management = karaf.start();
            management.awaitOurs();

            assertThat(management.installedFeatures()).contains("careunit");
            karaf.checkLog();
            karaf.stop();
        }
    }

    /**
     * Karaf starts its feature service anew while it starts, and loses the features of an archive that it has just read
     * out of {@code deploy/}, now and then. Then the archive is taken out and put in again, as the manual says.
     */
    private static void awaitArchive(KarafProcess karaf, KarafManagement management) throws IOException {
        if (!management.learnsFeature("careunit")) {
            Files.delete(karaf.file("deploy/careunit.kar"));
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.notExists(karaf.file("data/kar/careunit")));
            Files.copy(Build.ARCHIVE, karaf.file("deploy/careunit.kar"));
        }
        management.awaitFeature("careunit");
    }
}

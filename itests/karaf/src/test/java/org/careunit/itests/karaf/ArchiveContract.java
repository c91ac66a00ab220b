package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.careunit.itests.driver.internal.HostCasesMXBean;
import org.careunit.itests.host.Build;
import org.careunit.itests.host.KarafManagement;
import org.careunit.itests.host.KarafProcess;
import org.careunit.itests.peers.SftpPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ended cases go to the archive: the distribution as it is shipped, with a folder for one region and an SFTP server
 * outside for another, and a kill while a package is on its way.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ArchiveContract {

    private static final String FOLDER_UNIT = "SE1111111111-MAPP";
    private static final String SFTP_UNIT = "SE1111111111-SFTP";
    private static final String CASES = "org.careunit.itests:type=HostCases";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path home;

    private Path folder;
    private Path there;
    private SftpPeer sftp;
    private KarafProcess karaf;
    private HostCasesMXBean host;

    /** What {@code careunit.storage.cfg} says. */
    abstract Map<String, String> storage() throws Exception;

    @BeforeAll
    void start() throws Exception {
        folder = Files.createDirectory(home.resolve("folder"));
        there = Files.createDirectories(home.resolve("sftp/in"));
        sftp = SftpPeer.start(home.resolve("sftp"));
        karaf = KarafProcess.unpack(Build.DISTRIBUTION, getClass().getSimpleName());
        karaf.configure("careunit.storage", storage());
        karaf.configure("careunit.archive-default", Map.of("directory", folder.toString()));
        karaf.configure(
                "careunit.archive-north",
                Map.of(
                        "regions",
                        "25",
                        "directory",
                        "/in",
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(sftp.port()),
                        "user",
                        SftpPeer.USER,
                        ".password",
                        SftpPeer.PASSWORD,
                        "knownHosts",
                        sftp.knownHosts(home.resolve("known_hosts")).toString()));
        Files.copy(Build.DRIVER, karaf.file("deploy/driver.jar"));
        connect(karaf.start());
        host.open(FOLDER_UNIT, "01", "Mappmottagningen");
        host.open(SFTP_UNIT, "25", "Filmottagningen");
    }

    private void connect(KarafManagement management) throws Exception {
        host = management.awaitManaged(CASES, HostCasesMXBean.class);
    }

    @AfterAll
    void stop() throws Exception {
        karaf.stop();
        karaf.close();
        sftp.close();
    }

    @Test
    void endedCasesArriveInAFolderAndAreConfirmed() throws Exception {
        host.offer(FOLDER_UNIT, 300, 2_000);
        host.export(FOLDER_UNIT);

        awaitDone(FOLDER_UNIT, 300);
        assertOnePackage(folder, 300);
        assertThat(host.confirmed(FOLDER_UNIT)).containsExactlyInAnyOrderElementsOf(ids(300));

        host.export(FOLDER_UNIT);
        await().atMost(PATIENCE)
                .until(() -> host.runs(FOLDER_UNIT).get(0).startsWith("DONE|")
                        && host.runs(FOLDER_UNIT).size() == 2);
        assertOnePackage(folder, 300);
    }

    @Test
    void packageGoesOnWhereItWasAfterAKillOnItsWayToAnSftpServer() throws Exception {
        sftp.delayWrites(Duration.ofMillis(60));
        host.offer(SFTP_UNIT, 400, 20_000);
        host.export(SFTP_UNIT);
        await().atMost(PATIENCE)
                .until(() -> host.runs(SFTP_UNIT).get(0).startsWith("DELIVER|")
                        && files(there).size() == 1);
        karaf.kill();
        assertThat(files(there)).singleElement().asString().endsWith(".zip.part");

        sftp.delayWrites(Duration.ZERO);
        connect(karaf.start());
        host.offer(SFTP_UNIT, 400, 20_000);

        awaitDone(SFTP_UNIT, 400);
        assertOnePackage(there, 400);
        assertThat(host.confirmed(SFTP_UNIT)).containsExactlyInAnyOrderElementsOf(ids(400));
        assertThat(karaf.file("careunit/archive")).isEmptyDirectory();
    }

    private void awaitDone(String unit, int cases) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.runs(unit))
                .singleElement()
                .asString()
                .startsWith("DONE|")
                .endsWith("|" + cases + "|0|" + cases + "|"));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static List<String> ids(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "case-" + number)
                .toList();
    }

    private static void assertOnePackage(Path directory, int cases) throws IOException {
        assertThat(files(directory)).singleElement().asString().endsWith(".zip");
        try (ZipFile zip = new ZipFile(files(directory).get(0).toFile())) {
            assertThat(zip.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.endsWith("/case.xml"))
                            .map(name -> name.replaceAll(".*/[0-9]{7}-(.*)/case.xml", "$1")))
                    .containsExactlyInAnyOrderElementsOf(ids(cases));
        }
    }
}

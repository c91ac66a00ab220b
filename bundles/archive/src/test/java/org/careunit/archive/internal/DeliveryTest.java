package org.careunit.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDelivery;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.gateways.PackageLostException;
import org.careunit.api.identity.CountyCode;
import org.careunit.archive.internal.packages.PackageValidator;
import org.careunit.archive.internal.packages.SampleCases;
import org.careunit.archive.internal.packages.SipPackages;
import org.careunit.itests.peers.SftpFault;
import org.careunit.itests.peers.SftpPeer;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.internal.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages on their way to a folder and to an SFTP server with faults. */
class DeliveryTest {

    private static final PackageInfo INFO = SampleCases.info("careunit-test-1");
    private static final CountyCode STOCKHOLM = new CountyCode("01");

    @TempDir
    Path home;

    private Path folder;
    private Path there;
    private SftpPeer peer;
    private TestRoutes routes;
    private SipPackages packages;
    private ArchiveTargets targets;
    private SipArchiveGateway gateway;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createDirectory(home.resolve("folder"));
        there = Files.createDirectories(home.resolve("sftp/in"));
        peer = SftpPeer.start(home.resolve("sftp"));
        packages = new SipPackages(home.resolve("staging"), "1.2.3");
        routes = new TestRoutes(new ArchiveRoutes());
        targets = new ArchiveTargets(Clock.systemUTC(), new Nanos()::next);
        gateway = new SipArchiveGateway(routes, targets, new ArchiveMetrics(), packages);
    }

    @AfterEach
    void stop() throws IOException {
        routes.close();
        peer.close();
    }

    @Test
    void packageArrivesInAFolderUnderItsFinalNameAlone() throws Exception {
        target("default", Map.of("directory", folder.toString()));
        FinishedPackage finished = finished();

        PackageDelivery delivery = deliver(finished);

        assertThat(delivery).isEqualTo(new PackageDelivery("default", finished.bytes(), true));
        assertThat(names(folder)).containsExactly("careunit-test-1.zip");
        PackageValidator.requireValid(folder.resolve("careunit-test-1.zip"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("careunit-test-1.zip"))))
                .as("conversations are not for everybody on the machine")
                .isEqualTo("rw-r-----");
        packages.discard(INFO);
        assertThat(deliver(finished)).isEqualTo(delivery);
    }

    @Test
    void packageArrivesOverSftp() throws Exception {
        target("default", sftp());
        FinishedPackage finished = finished();

        assertThat(deliver(finished).complete()).isTrue();

        assertThat(names(there)).containsExactly("careunit-test-1.zip");
        assertThat(there.resolve("careunit-test-1.zip")).hasSameBinaryContentAs(packages.zip(INFO));
    }

    @Test
    void brokenTransferGoesOnWhereItWasAndOtherBytesAreReplaced() throws Exception {
        target("default", sftp());
        FinishedPackage finished = large();
        peer.breakAfter(1_000_000);
        assertThatThrownBy(() -> deliver(finished)).isInstanceOf(UnavailableException.class);
        long sent = Files.size(there.resolve("careunit-test-1.zip.part"));
        assertThat(sent).isBetween(1L, finished.bytes() - 1);

        peer.breakAfter(finished.bytes() - sent + 100_000); // less than all of it, should it begin anew
        assertThat(deliver(finished).complete()).isTrue();
        assertThat(there.resolve("careunit-test-1.zip")).hasSameBinaryContentAs(packages.zip(INFO));

        Files.delete(there.resolve("careunit-test-1.zip"));
        peer.breakAfter(Long.MAX_VALUE);
        Files.write(there.resolve("careunit-test-1.zip.part"), new byte[500_000]);
        assertThat(deliver(finished).complete()).isTrue();
        assertThat(there.resolve("careunit-test-1.zip")).hasSameBinaryContentAs(packages.zip(INFO));
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIN, it refuses our login",
        "FULL, its disk is full",
        "DENIED, we may not write there",
        "RENAME, a file that was written cannot get its final name",
        "RENAME_TO_NOTHING, a file that was written cannot get its final name",
        "SHORT, it holds less of a file than it took",
        "FAILURE, it refuses a file; look whether its disk or our quota there is full",
        "SILENT, 'it cannot be reached, or does not answer in time'"
    })
    void eachFaultOfTheServerIsNamedAndNothingIsLost(SftpFault fault, String words) throws Exception {
        target("default", sftp());
        FinishedPackage finished = finished();
        peer.have(fault);

        assertThat(fault(finished)).contains("rests: " + words);
        assertThat(gateway.isReachable(STOCKHOLM)).isFalse();
        assertThat(names(there)).doesNotContain("careunit-test-1.zip");
        assertThat(health()).doesNotContain("OK").contains("default: ", words);

        peer.have();
        assertThat(deliver(finished).complete()).isTrue();
        assertThat(gateway.isReachable(STOCKHOLM)).isTrue();
        assertThat(names(there)).containsExactly("careunit-test-1.zip");
        assertThat(there.resolve("careunit-test-1.zip")).hasSameBinaryContentAs(packages.zip(INFO));
        assertThat(health()).startsWith("OK").contains("last answered at");
    }

    @Test
    void serverWithAnotherKeyGetsNothing() throws Exception {
        target("default", sftp());
        FinishedPackage finished = finished();
        peer.changeKey();

        assertThat(fault(finished)).contains("its key is not the one in the file of known hosts");
        assertThat(names(there)).isEmpty();
        assertThat(health()).startsWith("CRITICAL");

        peer.knownHosts(home.resolve("known_hosts"));
        assertThat(deliver(finished).complete()).isTrue();
    }

    @Test
    void slowServerGetsAPackageInSeveralSlicesWithoutAFault() throws Exception {
        target("default", sftp());
        FinishedPackage finished = large();
        peer.delayWrites(Duration.ofMillis(60));

        PackageDelivery first = deliver(finished);
        assertThat(first.complete()).isFalse();
        assertThat(first.bytes()).isBetween(1L, finished.bytes() - 1);
        assertThat(gateway.isReachable(STOCKHOLM)).isTrue();
        peer.delayWrites(Duration.ZERO);
        assertThat(deliver(finished).complete()).isTrue();
        assertThat(there.resolve("careunit-test-1.zip")).hasSameBinaryContentAs(packages.zip(INFO));
    }

    private String health() {
        Result result = ArchiveHealth.of(targets);
        return result.getStatus() + " " + result.iterator().next().getMessage();
    }

    @Test
    void anotherFileOfThatNameIsNeverReplaced() throws Exception {
        target("default", Map.of("directory", folder.toString()));
        FinishedPackage finished = finished();
        Files.writeString(folder.resolve("careunit-test-1.zip"), "something else");

        assertThat(fault(finished)).contains("another size");
        assertThat(folder.resolve("careunit-test-1.zip")).hasContent("something else");
    }

    @Test
    void whoHasLostThePackageGivesItNoFinalName() throws Exception {
        target("default", Map.of("directory", folder.toString()));
        FinishedPackage finished = finished();

        assertThatThrownBy(() -> gateway.deliver(INFO, finished, () -> false)).isInstanceOf(UnavailableException.class);
        assertThat(names(folder)).containsExactly("careunit-test-1.zip.part");
        packages.discard(INFO);
        assertThatThrownBy(() -> deliver(finished)).isInstanceOf(PackageLostException.class);
    }

    @Test
    void regionsHaveTargetsOfTheirOwnAndTheOthersTheDefault() {
        target("default", Map.of("directory", folder.toString()));
        target("north", Map.of("directory", folder.toString(), "regions", "24, 25"));

        assertThat(gateway.target(new CountyCode("24"))).contains("north");
        assertThat(gateway.target(STOCKHOLM)).contains("default");
    }

    @Test
    void withoutATargetPackagesWait() {
        target("default", Map.of());
        FinishedPackage finished = finished();

        assertThat(gateway.target(STOCKHOLM)).isEmpty();
        assertThatThrownBy(() -> deliver(finished)).isInstanceOf(UnavailableException.class);
        assertThat(ArchiveHealth.of(targets).getStatus().name()).isEqualTo("WARN");
    }

    @Test
    void wrongKeysAreNamed() throws IOException {
        Map<String, String> given = new HashMap<>(sftp());
        given.put("knownHosts", "");
        assertThatThrownBy(() -> target("x", given))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("knownHosts");
        assertThatThrownBy(() -> target("x", Map.of("regions", "Stockholm")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("regions");
        assertThat(TargetSettingsSource.name("careunit.archive~north")).isEqualTo("north");
    }

    private Map<String, String> sftp() throws IOException {
        return Map.of(
                "directory",
                "/in",
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(peer.port()),
                "user",
                SftpPeer.USER,
                "answerMillis",
                "2000",
                ".password",
                SftpPeer.PASSWORD,
                "knownHosts",
                peer.knownHosts(home.resolve("known_hosts")).toString());
    }

    private void target(String name, Map<String, String> given) {
        targets.addTarget(TargetSettingsReader.read(name, given, AllowedHosts.ALL));
    }

    private FinishedPackage finished() {
        return finished(0);
    }

    /** One of some megabytes that cannot be compressed. */
    private FinishedPackage large() {
        return finished(3_000_000);
    }

    private FinishedPackage finished(int bytes) {
        byte[] content = new byte[bytes];
        new Random(1).nextBytes(content);
        try (PackageDraft draft = packages.open(INFO, Optional.empty())) {
            draft.add(SampleCases.rich("c-1"));
            draft.add(SampleCases.with("c-2", "Hej", SampleCases.attachment("x.pdf", "application/pdf", content)));
            return packages.finish(INFO, draft.position());
        }
    }

    private PackageDelivery deliver(FinishedPackage finished) {
        return gateway.deliver(INFO, finished, () -> true);
    }

    private String fault(FinishedPackage finished) {
        List<String> said = new ArrayList<>();
        assertThatThrownBy(() -> deliver(finished))
                .isInstanceOf(UnavailableException.class)
                .satisfies(thrown -> said.add(thrown.getMessage()));
        return said.get(0);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A clock that has always gone on far enough for another attempt. */
    private static final class Nanos {

        private long now;

        long next() {
            now += 100_000_000_000L;
            return now;
        }
    }
}

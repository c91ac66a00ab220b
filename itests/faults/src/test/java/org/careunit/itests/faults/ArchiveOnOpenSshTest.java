package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.gateways.FinishedPackage;
import org.careunit.api.gateways.PackageDelivery;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Attachment;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.archive.internal.ArchiveMetrics;
import org.careunit.archive.internal.ArchiveRoutes;
import org.careunit.archive.internal.ArchiveTargets;
import org.careunit.archive.internal.SipArchiveGateway;
import org.careunit.archive.internal.TargetSettings;
import org.careunit.archive.internal.TargetSettings.Server;
import org.careunit.archive.internal.packages.SipPackages;
import org.careunit.routes.internal.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Packages on their way to OpenSSH, as Debian packages it. Needs root; see the profile {@code real-servers}. */
@Tag("real-servers")
@EnabledIf(
        value = "org.careunit.itests.faults.OpenSsh#canBeHad",
        disabledReason = "openssh-server needs root, Debian, and its archive unless it is installed")
@Execution(ExecutionMode.SAME_THREAD)
class ArchiveOnOpenSshTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:15:30Z");
    private static final PackageInfo INFO =
            new PackageInfo("careunit-openssh-1", GeneratedCases.UNIT, "Arkivmottagningen", new CountyCode("01"), NOW);
    private static final String FINAL_NAME = "careunit-openssh-1.zip";

    @TempDir
    Path home;

    private final AtomicLong nanos = new AtomicLong();
    private Path there;
    private Path knownHosts;
    private OpenSsh server;
    private CuttingProxy proxy;
    private TestRoutes routes;
    private SipPackages packages;
    private SipArchiveGateway gateway;
    private FinishedPackage finished;

    @BeforeAll
    static void install() throws Exception {
        OpenSsh.install();
    }

    @BeforeEach
    void start() throws Exception {
        there = Files.createDirectory(home.resolve("there"));
        knownHosts = home.resolve("known_hosts");
        server = OpenSsh.start(Files.createDirectory(home.resolve("sshd")));
        proxy = new CuttingProxy(server.port());
        server.writeKnownHosts(knownHosts, proxy.port());
        routes = new TestRoutes(new ArchiveRoutes());
        packages = new SipPackages(home.resolve("staging"), "1.2.3");
        ArchiveTargets targets = new ArchiveTargets(
                Clock.systemUTC(), () -> nanos.addAndGet(Duration.ofMinutes(5).toNanos()));
        targets.addTarget(target());
        gateway = new SipArchiveGateway(routes, targets, new ArchiveMetrics(), packages);
        finished = finished();
    }

    private TargetSettings target() {
        Duration patience = Duration.ofSeconds(20);
        Server openSsh = new Server(
                "127.0.0.1", proxy.port(), knownHosts, "root", "", Optional.of(server.clientKey()), patience, patience);
        return new TargetSettings("openssh", Set.of(), Optional.of(there.toString()), Optional.of(openSsh));
    }

    @AfterEach
    void stop() throws Exception {
        routes.close();
        proxy.close();
        server.close();
    }

    @Test
    void packageArrivesUnderItsFinalNameAlone() {
        deliverAll();

        assertArrived();
        assertThat(deliver()).isEqualTo(new PackageDelivery("openssh", finished.bytes(), true));
    }

    @Test
    void brokenTransferGoesOnWhereItWas() throws Exception {
        proxy.cutAfter(3_000_000);
        assertThatThrownBy(this::deliverAll).isInstanceOf(UnavailableException.class);
        long sent = Files.size(there.resolve(FINAL_NAME + ".part"));
        assertThat(sent).isBetween(1_000_000L, finished.bytes() - 1_000_000);

        proxy.cutAfter(finished.bytes() - sent + 500_000); // less than all of it, should it begin anew
        deliverAll();
        assertArrived();
    }

    @Test
    void bytesThatAreNotOfThePackageAreReplaced() throws Exception {
        Files.write(there.resolve(FINAL_NAME + ".part"), new byte[500_000]);

        deliverAll();
        assertArrived();
    }

    @Test
    void anotherFileOfThatNameIsNeverReplaced() throws Exception {
        Files.writeString(there.resolve(FINAL_NAME), "something else");

        assertThatThrownBy(this::deliver).hasMessageContaining("another size");
        assertThat(there.resolve(FINAL_NAME)).hasContent("something else");
    }

    @Test
    void nothingGoesToAServerWithAnotherKeyUntilTheKeyIsKnown() throws Exception {
        server.changeKey();
        assertThatThrownBy(this::deliver).hasMessageContaining("its key is not the one in the file of known hosts");
        assertThat(there).isEmptyDirectory();

        server.writeKnownHosts(knownHosts, proxy.port());
        deliverAll();
        assertArrived();
    }

    @Test
    void refusalsOfTheServerAreNamed() throws Exception {
        Files.delete(there);
        assertThatThrownBy(this::deliver).hasMessageContaining("the directory is not there");
        Files.createDirectory(there);
        Path keys = home.resolve("sshd/authorized_keys");
        byte[] known = Files.readAllBytes(keys);
        Files.write(keys, new byte[0]);
        assertThatThrownBy(this::deliver).hasMessageContaining("it refuses our login");
        Files.write(keys, known);
        deliverAll();
    }

    private void assertArrived() {
        assertThat(there.toFile().list()).containsExactly(FINAL_NAME);
        assertThat(there.resolve(FINAL_NAME)).hasSameBinaryContentAs(packages.zip(INFO));
    }

    private PackageDelivery deliver() {
        return gateway.deliver(INFO, finished, () -> true);
    }

    /** In as many slices as a busy machine needs. */
    private void deliverAll() {
        await().atMost(Duration.ofMinutes(1)).until(() -> deliver().complete());
    }

    /** One of six megabytes that cannot be compressed. */
    private FinishedPackage finished() {
        byte[] content = new byte[6_000_000];
        new Random(1).nextBytes(content);
        ClosedCase ended = new ClosedCase(
                new CaseRef(GeneratedCases.UNIT, "c-1"),
                new CaseTypeKey("boka-tid"),
                NOW.minusSeconds(1_000),
                NOW.minusSeconds(10),
                Optional.empty(),
                List.of(),
                List.of(new Attachment("x.pdf", "application/pdf", () -> new ByteArrayInputStream(content))));
        try (PackageDraft draft = packages.open(INFO, Optional.empty())) {
            draft.add(new CaseToArchive(ended, "Boka tid", Optional.empty(), Optional.empty(), Optional.empty()));
            return packages.finish(INFO, draft.position());
        }
    }
}

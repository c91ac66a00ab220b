package org.careunit.journal.internal.hl7;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.journal.internal.Notices;
import org.careunit.journal.internal.hl7.MdmMessage.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Notices to a receiver that is not written in Java: {@code node-hl7-server}, which npm fetches. See the profile
 * {@code real-servers}.
 */
@Tag("real-servers")
@EnabledIf(value = "hasNode", disabledReason = "needs node and npm")
class NodeHl7ServerTest {

    private static final String VERSION = "node-hl7-server@2.5.0";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final MdmMessage MESSAGES = new MdmMessage(new Receiver("", "", Hl7Charset.UTF_8));

    private final Path folder = Path.of("target", "node-hl7-server").toAbsolutePath();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private Process server;
    private MllpConnection connection;

    static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0
                    && new ProcessBuilder("npm", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @BeforeEach
    void start() throws Exception {
        install();
        int port = freePort();
        server = new ProcessBuilder("node", "server.js", Integer.toString(port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        Thread reader = new Thread(this::read, "node-output");
        reader.setDaemon(true);
        reader.start();
        await().atMost(PATIENCE).until(() -> said.contains("LISTENING"));
        connection = new MllpConnection(
                new MllpConnection.Receiver(
                        "127.0.0.1", port, Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(10)),
                System::nanoTime);
    }

    private void install() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (InputStream script = getClass().getResourceAsStream("/node-hl7-server/server.js")) {
            Files.write(folder.resolve("server.js"), script.readAllBytes());
        }
        if (Files.notExists(folder.resolve("node_modules/node-hl7-server"))) {
            Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", VERSION)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            assertThat(npm.waitFor()).isZero();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void read() {
        try (BufferedReader output = server.inputReader(UTF_8)) {
            output.lines().forEach(said::add);
        } catch (IOException ended) {
            said.add("(ended: " + ended + ")");
        }
    }

    @AfterEach
    void stop() {
        connection.close();
        server.destroyForcibly();
    }

    /**
     * With each message it reads all earlier ones of the connection once more and answers those too: of all these
     * answers the one with our MSH-10 counts.
     */
    @Test
    void itReadsOurMessagesAndWeItsAnswersOnOneConnection() throws IOException {
        for (int number = 0; number < 100; number++) {
            CaseNotice notice = notice(new UUID(1, number), Kind.CREATED);
            assertThat(send(notice).isAccepted()).isTrue();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        said.stream().filter(line -> line.startsWith("GOT ")).distinct())
                .hasSize(100));
        assertThat(said).contains("GOT " + ControlId.of(new UUID(1, 7)) + " " + Notices.CASE.id());
    }

    @Test
    void itsRefusalsAreRead() throws IOException {
        answerWith("AE");
        assertThat(send(Notices.of(Kind.CREATED)).status()).isEqualTo(DeliveryStatus.TEMPORARY_FAILURE);
        answerWith("AR");
        assertThat(send(Notices.of(Kind.CREATED)).isParked()).isTrue();
        answerWith("AA");
        assertThat(send(Notices.of(Kind.CANCELLED)).isAccepted()).isTrue();
    }

    private static CaseNotice notice(UUID id, Kind kind) {
        return new CaseNotice(id, kind, Notices.CASE, 1, Notices.TIME, Optional.empty(), false);
    }

    private Hl7Answer send(CaseNotice notice) throws IOException {
        return connection.send(MESSAGES.write(notice, Notices.TIME), ControlId.of(notice.id()));
    }

    private void answerWith(String code) throws IOException {
        server.getOutputStream().write((code + "\n").getBytes(UTF_8));
        server.getOutputStream().flush();
        await().atMost(PATIENCE).until(() -> said.contains("ANSWERS " + code));
    }
}

package org.careunit.itests.karaf;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in the foreground, with all it starts; it ends with this JVM at the latest. */
final class RealServersProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Thread end = new Thread(this::kill);

    private RealServersProcess(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** Starts it, and waits until it listens on that port. */
    static RealServersProcess start(int port, Path log, String... words) throws IOException {
        RealServersProcess server = new RealServersProcess(new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
        try {
            await(words[0]).atMost(PATIENCE).until(() -> !server.process.isAlive() || listens(port));
            if (!server.process.isAlive()) {
                throw new IllegalStateException(String.join(" ", words) + " has ended: " + Files.readString(log));
            }
            return server;
        } catch (RuntimeException failed) {
            server.kill();
            throw failed;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks it to end by a command, and ends what has not after a while. */
    void stop(String... command) throws IOException, InterruptedException {
        if (process.isAlive()) {
            RealServersCommand.run(command);
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        kill();
        Runtime.getRuntime().removeShutdownHook(end);
    }

    long pid() {
        return process.pid();
    }

    private void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}

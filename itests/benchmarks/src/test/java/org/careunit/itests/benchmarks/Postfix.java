package org.careunit.itests.benchmarks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A postfix on this machine that writes what it takes into its queue, as ever, and throws it away then. */
final class Postfix implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private final Process process;
    private final Thread end = new Thread(this::kill);

    private Postfix(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** Whether it is there, and we are root, as it wants to be started by. */
    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name"));
    }

    static Postfix start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("postfix");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : new String[] {"etc", "queue", "data"}) {
            Files.createDirectory(folder.resolve(name));
        }
        new ProcessBuilder("chown", "postfix:", folder.resolve("data").toString())
                .start()
                .waitFor();
        int port = freePort();
        configure(folder, "main.cf", port);
        configure(folder, "master.cf", port);
        Process process = new ProcessBuilder(PROGRAM.toString(), "-c", etc(folder), "start-fg")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("start.log").toFile())
                .start();
        Postfix postfix = new Postfix(folder, port, process);
        await("postfix").atMost(PATIENCE).until(postfix::listens);
        return postfix;
    }

    private static void configure(Path folder, String name, int port) throws IOException {
        try (InputStream resource = Postfix.class.getResourceAsStream("/postfix/" + name)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("etc").resolve(name),
                    text.replace("{folder}", folder.toString()).replace("{port}", Integer.toString(port)));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String etc(Path folder) {
        return folder.resolve("etc").toString();
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("postfix has ended; " + folder.resolve("start.log") + " says why");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Asks it to end, and ends what has not after a while, with all it started. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = all();
        Process stop = new ProcessBuilder(PROGRAM.toString(), "-c", etc(folder), "stop").start();
        stop.onExit().completeOnTimeout(stop, PATIENCE.toSeconds(), SECONDS).join();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toSeconds(), SECONDS)
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        Runtime.getRuntime().removeShutdownHook(end);
        Folders.delete(folder);
    }

    private void kill() {
        all().forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> all() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }
}

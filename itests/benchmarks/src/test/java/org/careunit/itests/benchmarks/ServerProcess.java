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

/** A server program of this machine, in a folder of its own and on a free port; it ends with this JVM at the latest. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Path folder;
    private final int port;
    private final Thread end = new Thread(this::kill);
    private Process process;

    ServerProcess(String name) throws IOException {
        this.name = name;
        this.folder = Files.createTempDirectory(name);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    /** Whether a program is there, and we are root, as servers want to be started by. */
    static boolean isInstalled(Path program) {
        return Files.isExecutable(program) && "root".equals(System.getProperty("user.name"));
    }

    Path folder() {
        return folder;
    }

    int port() {
        return port;
    }

    /** Makes folders, and gives the last one to somebody. */
    void folders(String owner, String... names) throws IOException, InterruptedException {
        for (String one : names) {
            Files.createDirectories(folder.resolve(one));
        }
        new ProcessBuilder(
                        "chown",
                        "-R",
                        owner,
                        folder.resolve(names[names.length - 1]).toString())
                .start()
                .waitFor();
    }

    /** Writes a file out of the resources of its name, with folder and port filled in. */
    Path configure(String file, String resource) throws IOException {
        try (InputStream text = ServerProcess.class.getResourceAsStream(resource)) {
            String filled = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{folder}", folder.toString())
                    .replace("{port}", Integer.toString(port));
            return Files.writeString(folder.resolve(file), filled);
        }
    }

    /** Starts the program and returns when it listens. */
    void start(String... command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("start.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(end);
        await(name).atMost(PATIENCE).until(this::listens);
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " has ended; " + folder.resolve("start.log") + " says why");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    /** Asks it to end, and ends what has not after a while, with all it started. */
    void stop(String... command) throws IOException {
        List<ProcessHandle> all = all();
        Process stop = new ProcessBuilder(command).start();
        stop.onExit().completeOnTimeout(stop, PATIENCE.toSeconds(), SECONDS).join();
        end(all);
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = all();
        process.destroy();
        end(all);
    }

    private void end(List<ProcessHandle> all) throws IOException {
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

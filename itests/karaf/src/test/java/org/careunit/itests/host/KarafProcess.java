package org.careunit.itests.host;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Karaf run as an operator runs it, by {@code bin/karaf}, on free ports and without a network to install from. */
public final class KarafProcess implements AutoCloseable {

    private final Path home;
    private final int registryPort = freePort();
    private final KarafLog log;
    private Process process;

    private KarafProcess(Path home) {
        this.home = home;
        this.log = new KarafLog(home);
    }

    /** A fresh one, unpacked into {@code target/<name>}. */
    public static KarafProcess unpack(Path archive, String name) throws IOException, InterruptedException {
        var home = Path.of("target", name).toAbsolutePath();
        Folders.delete(home);
        Files.createDirectories(home);
        var tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "--strip-components=1")
                .directory(home.toFile())
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar cannot unpack " + archive);
        }
        var karaf = new KarafProcess(home);
        karaf.configure();
        return karaf;
    }

    private void configure() throws IOException {
        append("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.repositories =");
        append("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository = ${karaf.data}/empty");
        append("etc/org.apache.karaf.shell.cfg", "sshPort = 0");
        append("etc/org.apache.karaf.management.cfg", "rmiRegistryPort = " + registryPort);
        append("etc/org.apache.karaf.management.cfg", "rmiServerPort = 0");
        append("etc/users.properties", "karaf = karaf,admin,manager,viewer,systembundles");
        append("etc/config.properties", KarafSetup.CONFIG_SAVE + " = false");
    }

    private void append(String file, String line) throws IOException {
        Files.writeString(home.resolve(file), "\n" + line + "\n", APPEND, CREATE);
    }

    public Path file(String path) {
        return home.resolve(path);
    }

    public KarafManagement start() throws IOException {
        process = new ProcessBuilder("bin/karaf", "daemon")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile())
                .start();
        return KarafManagement.connect(registryPort);
    }

    /** Writes a configuration: the file in {@code etc} by its PID, in place of what stands there. */
    public void configure(String pid, Map<String, String> values) throws IOException {
        var lines = new StringBuilder();
        values.forEach(
                (key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
        Files.writeString(home.resolve("etc/" + pid + ".cfg"), lines);
    }

    /** {@code kill -9}, also of what the start script has started. */
    public void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
    }

    public void deleteData() throws IOException {
        Folders.delete(home.resolve("data"));
        log.forget();
    }

    /** Fails on a complaint that has no explanation. */
    public void checkLog() {
        log.check();
    }

    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Karaf does not stop\n" + log.tail());
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

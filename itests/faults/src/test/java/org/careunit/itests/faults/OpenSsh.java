package org.careunit.itests.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Debian's OpenSSH server on this machine, which takes files of root by a key; is installed if it is missing. */
final class OpenSsh implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path MAY_START = Path.of("/usr/sbin/policy-rc.d");
    private static final String SERVER = "/usr/sbin/sshd";

    private final Path folder;
    private final int port = freePort();
    private Process process;

    private OpenSsh(Path folder) {
        this.folder = folder;
    }

    /** Whether this is root on Debian, and the server is there or can be fetched. */
    static boolean canBeHad() throws IOException, InterruptedException {
        return run("id", "-u").strip().equals("0")
                && Files.isReadable(Path.of("/etc/debian_version"))
                && (isInstalled() || Files.isReadable(Path.of("/usr/bin/apt-get")));
    }

    /** @param folder for its configuration and keys */
    static OpenSsh start(Path folder) throws IOException, InterruptedException {
        OpenSsh server = new OpenSsh(folder);
        run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                server.clientKey().toString());
        Files.copy(folder.resolve("client.pub"), folder.resolve("authorized_keys"));
        Files.createDirectories(Path.of("/run/sshd"));
        server.begin();
        return server;
    }

    private static boolean isInstalled() {
        return Files.isExecutable(Path.of(SERVER));
    }

    /** If it is missing: with a policy that starts nothing, which is left where there was one and otherwise removed. */
    static void install() throws IOException, InterruptedException {
        if (isInstalled()) {
            return;
        }
        boolean ours = Files.notExists(MAY_START);
        try {
            if (ours) {
                Files.writeString(MAY_START, "#!/bin/sh\nexit 101\n");
                Files.setPosixFilePermissions(MAY_START, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            run("apt-get", "-q", "update");
            run("apt-get", "install", "-q", "-y", "--no-install-recommends", "--no-upgrade", "openssh-server");
        } finally {
            if (ours) {
                Files.delete(MAY_START);
            }
        }
    }

    /** Starts with a new key of its own. */
    private void begin() throws IOException, InterruptedException {
        Path hostKey = folder.resolve("host");
        Files.deleteIfExists(hostKey);
        Files.deleteIfExists(folder.resolve("host.pub"));
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hostKey.toString());
        Path configuration = Files.write(
                folder.resolve("sshd_config"),
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + hostKey,
                        "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "PermitRootLogin prohibit-password",
                        "PidFile none",
                        "Subsystem sftp internal-sftp"));
        process = new ProcessBuilder(SERVER, "-D", "-e", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(PATIENCE).until(this::listens);
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("sshd has ended: " + Files.readString(folder.resolve("log")));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    int port() {
        return port;
    }

    Path clientKey() {
        return folder.resolve("client");
    }

    /** Has {@code ssh-keyscan} write the server's key as that of a port; a proxy stands in front of the server. */
    void writeKnownHosts(Path file, int shownPort) throws IOException, InterruptedException {
        String scanned = run("sh", "-c", "ssh-keyscan -p " + port + " 127.0.0.1 2>/dev/null");
        Files.writeString(file, scanned.replace("]:" + port + " ", "]:" + shownPort + " "));
    }

    /** Ends, and begins again with another key. */
    void changeKey() throws IOException, InterruptedException {
        close();
        begin();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String run(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process running = builder.start();
        running.getOutputStream().close();
        try (InputStream output = running.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (running.waitFor() != 0) {
                throw new IOException(Arrays.toString(words) + " failed: " + said);
            }
            return said;
        }
    }
}

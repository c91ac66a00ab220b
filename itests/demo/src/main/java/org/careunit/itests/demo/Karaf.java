package org.careunit.itests.demo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.careunit.itests.demo.host.Report;

/** The distribution, unpacked afresh, as a process of its own. */
final class Karaf implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int POLL_MILLIS = 200;
    private static final int TAIL = 40;

    private final Path home;
    private final Settings settings;
    private Process process;

    private Karaf(Path home) throws IOException {
        this.home = home;
        this.settings = new Settings(home);
    }

    /** Unpacks it into {@code karaf} below the folder; what an earlier run has left there goes. */
    static Karaf unpack(Path archive, Path folder) throws IOException, InterruptedException, DemoFailure {
        Path home = folder.resolve("karaf");
        Folders.delete(home);
        Files.createDirectories(home);
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "--strip-components=1")
                .directory(home.toFile())
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new DemoFailure("tar cannot unpack " + archive);
        }
        return new Karaf(home);
    }

    /** Tells it where the others are, and has it start the host's bundle too. */
    void configure(Peers peers, List<Path> hostBundles) throws IOException {
        settings.stayOffCommonPorts();
        settings.stayOffline();
        settings.admitToConsole();
        Files.createDirectories(archive());
        settings.connect(peers, archive());
        settings.bring(hostBundles, report());
    }

    /** The folder that is the archive. */
    Path archive() {
        return home.resolve("demo-archive");
    }

    /** A file that commands at the console can name as it is. */
    Path file(String name) {
        return home.resolve(name);
    }

    private Path report() {
        return home.resolve("demo-report.txt");
    }

    /** Starts it and waits for the end of the story. */
    Report story() throws IOException, InterruptedException, DemoFailure {
        start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(report())) {
            if (process.waitFor(POLL_MILLIS, MILLISECONDS)) {
                throw new DemoFailure("Karaf has ended by itself (" + process.exitValue() + ")." + tail());
            }
            if (System.nanoTime() > deadline) {
                throw new DemoFailure("No report came within " + PATIENCE.toSeconds() + " s." + tail());
            }
        }
        return Report.read(report());
    }

    private synchronized void start() throws IOException {
        process = command("bin/karaf", "daemon")
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(home.resolve("console.log").toFile())
                .start();
    }

    /** Opens the console, and returns when it is left. */
    void console() throws IOException, InterruptedException {
        command(
                        "bin/client",
                        "-h",
                        "localhost",
                        "-a",
                        String.valueOf(settings.consolePort()),
                        "-u",
                        Settings.USER,
                        "-p",
                        settings.consolePassword())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** With the Java that runs us, and none of the settings meant for another Karaf. */
    private ProcessBuilder command(String... words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private String tail() throws IOException {
        for (Path log : List.of(home.resolve("data/log/karaf.log"), home.resolve("console.log"))) {
            if (Files.exists(log)) {
                List<String> lines = Files.readAllLines(log);
                List<String> last = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
                return " The end of " + log + ":\n  " + String.join("\n  ", last);
            }
        }
        return "";
    }

    /** Ends it; twice is no harm. */
    @Override
    public synchronized void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

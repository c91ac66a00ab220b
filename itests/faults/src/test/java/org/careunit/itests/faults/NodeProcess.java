package org.careunit.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.careunit.itests.faults.Node.Step;

/** A {@link Node} in a process of its own, as the test sees it. */
final class NodeProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ACKNOWLEDGED = "ACKNOWLEDGED ";

    private final Process process;
    private final List<Line> said = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private NodeProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "node-output");
        reader.setDaemon(true);
        reader.start();
    }

    static NodeProcess start(String database, String name, Step halt, String prefix, int events) {
        return start(Node.class, database, name, halt.name(), prefix, Integer.toString(events));
    }

    /** A process of another kind, which speaks as a node does. */
    static NodeProcess start(Class<?> main, String... arguments) {
        return start(List.of("-XX:TieredStopAtLevel=1"), main, arguments);
    }

    /** As above, with options for its JVM. */
    static NodeProcess start(List<String> options, Class<?> main, String... arguments) {
        return start(options, Map.of(), main, arguments);
    }

    /** As above, with variables of its environment. */
    static NodeProcess start(
            List<String> options, Map<String, String> environment, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            return new NodeProcess(builder.start());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Waits until the node has said a line that begins so. */
    void awaitLine(String beginning) {
        awaitLines(beginning, 1);
    }

    /** Waits until the node has said so many lines that begin so. */
    void awaitLines(String beginning, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(said)
                .as(() -> "What the node said: " + said)
                .filteredOn(line -> line.text().startsWith(beginning))
                .hasSizeGreaterThanOrEqualTo(count));
    }

    /** The lines that it has said so far that begin so. */
    Stream<String> said(String beginning) {
        return said.stream().map(Line::text).filter(line -> line.startsWith(beginning));
    }

    /**
     * When the node said a line that begins so for the so manieth time, by {@link System#nanoTime}; waits until it has.
     */
    long saidAt(String beginning, int time) {
        awaitLines(beginning, time);
        return said.stream()
                .filter(line -> line.text().startsWith(beginning))
                .skip(time - 1L)
                .findFirst()
                .orElseThrow()
                .nanoTime();
    }

    /** The events that the node acknowledged before it ended; complete once it was killed. */
    List<String> acknowledged() {
        return said.stream()
                .map(Line::text)
                .filter(line -> line.startsWith(ACKNOWLEDGED))
                .map(line -> line.substring(ACKNOWLEDGED.length()))
                .toList();
    }

    /** {@code kill -9}: returns when the process is gone and all it said is read. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
            reader.join(PATIENCE.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code SIGSTOP}: the process stands still with everything it holds. */
    void freeze() {
        signal("-STOP");
    }

    /** {@code SIGCONT}: the process goes on as if no time had passed. */
    void wake() {
        signal("-CONT");
    }

    /** Gives a node an order, in one line. */
    void order(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Tells a node that has halted at its step to go on. */
    void goOn() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void signal(String which) {
        try {
            new ProcessBuilder("kill", which, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(new Line(line, System.nanoTime()));
            }
        } catch (IOException closed) {
            said.add(new Line("(output closed: " + closed + ")", System.nanoTime()));
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** What the node said, and when it came. */
    private record Line(String text, long nanoTime) {

        @Override
        public String toString() {
            return text;
        }
    }
}

package org.careunit.directory.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What is logged, from INFO upwards, while this is open. */
final class Log implements AutoCloseable {

    private final PrintStream original = System.err;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    Log() {
        System.setErr(new PrintStream(lines, true, UTF_8));
    }

    String text() {
        return lines.toString(UTF_8);
    }

    long count(String level) {
        return text().lines()
                .filter(line -> line.contains(level + " org.careunit"))
                .count();
    }

    @Override
    public void close() {
        System.setErr(original);
    }
}

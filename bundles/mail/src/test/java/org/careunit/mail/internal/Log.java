package org.careunit.mail.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What is logged, from WARN upwards, while this is open. */
public final class Log implements AutoCloseable {

    private final PrintStream original = System.err;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    public Log() {
        System.setErr(new PrintStream(lines, true, UTF_8));
    }

    public List<String> lines() {
        return lines.toString(UTF_8).lines().toList();
    }

    @Override
    public void close() {
        System.setErr(original);
    }
}

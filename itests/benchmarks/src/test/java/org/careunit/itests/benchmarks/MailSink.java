package org.careunit.itests.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** A mail server that takes everything at once and keeps nothing. */
final class MailSink implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LongAdder taken = new LongAdder();

    MailSink() throws IOException {
        threads.execute(this::receive);
    }

    int port() {
        return door.getLocalPort();
    }

    long taken() {
        return taken.sum();
    }

    private void receive() {
        try {
            while (true) {
                Socket guest = door.accept();
                threads.execute(() -> serve(guest));
            }
        } catch (IOException closed) {
            // the benchmark is over
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            guest.setTcpNoDelay(true);
            BufferedReader lines = new BufferedReader(new InputStreamReader(guest.getInputStream(), ISO_8859_1));
            OutputStream answers = guest.getOutputStream();
            say(answers, "220 sink ESMTP");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer(line.toUpperCase(Locale.ROOT), lines, answers);
            }
        } catch (IOException hungUp) {
            // so do clients
        }
    }

    private void answer(String line, BufferedReader lines, OutputStream answers) throws IOException {
        if (line.startsWith("DATA")) {
            say(answers, "354 go on");
            while (!lines.readLine().equals(".")) {
                // the message
            }
            taken.increment();
        }
        say(answers, line.startsWith("QUIT") ? "221 bye" : "250 ok");
    }

    private static void say(OutputStream answers, String line) throws IOException {
        answers.write((line + "\r\n").getBytes(ISO_8859_1));
        answers.flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}

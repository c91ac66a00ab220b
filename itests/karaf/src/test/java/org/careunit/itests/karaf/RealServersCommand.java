package org.careunit.itests.karaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Runs a command of the operating system to its end. */
final class RealServersCommand {

    private RealServersCommand() {}

    /** What it said, or an exception with that if it failed. */
    static String run(String... words) throws IOException, InterruptedException {
        return run(Map.of(), words);
    }

    static String run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", words) + " failed: " + said);
            }
            return said;
        }
    }

    static boolean succeeds(String... words) throws InterruptedException {
        try {
            run(words);
            return true;
        } catch (IOException failed) {
            return false;
        }
    }

    /** Puts before a command what has another user run it, in the same process. */
    static String[] as(String user, String... words) {
        String[] login = {"setpriv", "--reuid=" + user, "--regid=" + user, "--init-groups"};
        String[] all = new String[login.length + words.length];
        System.arraycopy(login, 0, all, 0, login.length);
        System.arraycopy(words, 0, all, login.length, words.length);
        return all;
    }
}

package org.careunit.itests.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Dovecot over TLS, with one mailbox. */
final class RealServersMailbox {

    private static final String USER = "bounces";

    private final RealServersFolder folder;
    private final int port = RealServersProcess.freePort();
    private RealServersProcess process;

    private RealServersMailbox(RealServersFolder folder) {
        this.folder = folder;
    }

    static RealServersMailbox start() throws IOException, InterruptedException {
        RealServersMailbox mailbox = new RealServersMailbox(RealServersFolder.of("dovecot"));
        mailbox.run();
        return mailbox;
    }

    private void run() throws IOException, InterruptedException {
        folder.certify();
        for (String part : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectories(folder.file("mailboxes/" + USER + "/" + part));
        }
        folder.give("nobody", "mailboxes");
        process = RealServersProcess.start(port, folder.file("start.log"), "dovecot", "-F", "-c", configurationFile());
    }

    private String configurationFile() throws IOException {
        return folder.configure("dovecot.conf", port).toString();
    }

    /** What {@code careunit.bounces.cfg} says. */
    Map<String, String> configuration() {
        return Map.of(
                "host", "localhost",
                "port", Integer.toString(port),
                "security", "tls",
                "trustedCertificates", folder.certificate().toString(),
                "user", USER,
                ".password", "for-tests-only",
                "pollSeconds", "5");
    }

    void deliver(byte[] mail) throws IOException, InterruptedException {
        Files.write(folder.file("mailboxes/" + USER + "/tmp/1.test"), mail);
        folder.give("nobody", "mailboxes/" + USER + "/tmp/1.test");
        Files.move(folder.file("mailboxes/" + USER + "/tmp/1.test"), folder.file("mailboxes/" + USER + "/new/1.test"));
    }

    /** How many mails lie there. */
    long mails() throws IOException {
        try (Stream<Path> files = Files.walk(folder.file("mailboxes/" + USER))) {
            return files.filter(file ->
                            file.getParent().endsWith("new") || file.getParent().endsWith("cur"))
                    .filter(Files::isRegularFile)
                    .count();
        }
    }

    void stop() throws IOException, InterruptedException {
        process.stop("kill", Long.toString(process.pid()));
    }
}

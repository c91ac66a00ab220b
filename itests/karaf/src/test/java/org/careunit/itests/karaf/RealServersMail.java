package org.careunit.itests.karaf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.careunit.itests.peers.MailReceived;

/** Postfix, which wants TLS, knows a few mailboxes, delivers there and nowhere else. */
final class RealServersMail {

    private final RealServersFolder folder;
    private final int port = RealServersProcess.freePort();
    private RealServersProcess process;

    private RealServersMail(RealServersFolder folder) {
        this.folder = folder;
    }

    static RealServersMail start() throws IOException, InterruptedException {
        RealServersMail mail = new RealServersMail(RealServersFolder.of("postfix"));
        mail.configure();
        mail.resume();
        return mail;
    }

    private void resume() throws IOException {
        process = RealServersProcess.start(port, folder.file("start.log"), "postfix", "-c", etc(), "start-fg");
    }

    private void configure() throws IOException, InterruptedException {
        folder.certify();
        folder.create("queue", "data", "mailboxes");
        folder.give("postfix", "data");
        folder.give("nobody", "mailboxes");
        folder.configure("main.cf", port);
        folder.configure("master.cf", port);
        folder.configure("mailboxes", port);
        Files.writeString(folder.file("etc/put-off"), "");
    }

    private String etc() {
        return folder.file("etc").toString();
    }

    /** Answers 450 to an address until {@link #takeAll()}. */
    void putOff(String address) throws IOException, InterruptedException {
        restart(address + " 450 4.2.1 Not now\n");
    }

    void takeAll() throws IOException, InterruptedException {
        restart("");
    }

    /** A reload is not enough: a connection that is kept open would go on by the old table. */
    private void restart(String putOff) throws IOException, InterruptedException {
        stop();
        Files.writeString(folder.file("etc/put-off"), putOff);
        resume();
    }

    /** What {@code careunit.mail.cfg} says. */
    Map<String, String> configuration() {
        return Map.of(
                "host", "localhost",
                "port", Integer.toString(port),
                "security", "starttls",
                "trustedCertificates", folder.certificate().toString(),
                "from", "avisering@example.org");
    }

    /** What lies in an address's mailbox. */
    List<MailReceived> to(String address) {
        return all().stream().filter(one -> one.to().contains(address)).toList();
    }

    /** What lies in all mailboxes. */
    List<MailReceived> all() {
        try (Stream<Path> files = Files.walk(folder.file("mailboxes"))) {
            return files.filter(file -> file.getParent().endsWith("new") && Files.isRegularFile(file))
                    .map(RealServersMail::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MailReceived read(Path file) {
        try {
            String raw = Files.readString(file, ISO_8859_1).replace("\n", "\r\n");
            MailReceived bare = new MailReceived(Files.getLastModifiedTime(file).toInstant(), "", List.of(), raw);
            return new MailReceived(
                    bare.at(),
                    bare.header("Return-Path").orElse(""),
                    bare.header("Delivered-To").stream().toList(),
                    raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() throws IOException, InterruptedException {
        process.stop("postfix", "-c", etc(), "stop");
    }
}

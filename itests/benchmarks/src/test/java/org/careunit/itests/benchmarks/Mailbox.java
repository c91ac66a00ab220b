package org.careunit.itests.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.careunit.itests.peers.MailboxPeer;

/** A mailbox that is read over IMAP without TLS. */
interface Mailbox extends AutoCloseable {

    /** Dovecot's, where that is installed and we are root; else one in this JVM, which is slow once it is full. */
    static Mailbox start() throws Exception {
        return Dovecot.isInstalled() ? new Dovecot() : new InThisJvm();
    }

    String name();

    int port();

    String user();

    String password();

    void deliver(List<byte[]> mails) throws Exception;

    long mails() throws IOException;

    @Override
    void close() throws IOException;

    /** A peer of the tests. */
    final class InThisJvm implements Mailbox {

        private final MailboxPeer peer;

        InThisJvm() throws IOException {
            this.peer = MailboxPeer.start();
        }

        @Override
        public String name() {
            return "GreenMail";
        }

        @Override
        public int port() {
            return peer.port();
        }

        @Override
        public String user() {
            return MailboxPeer.USER;
        }

        @Override
        public String password() {
            return MailboxPeer.PASSWORD;
        }

        @Override
        public void deliver(List<byte[]> mails) {
            mails.forEach(peer::deliver);
        }

        @Override
        public long mails() {
            return peer.mails();
        }

        @Override
        public void close() {
            peer.close();
        }
    }

    /** A Dovecot with one mailbox, a file for each mail. */
    final class Dovecot implements Mailbox {

        private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
        private static final String USER = "bounces";

        private final ServerProcess server = new ServerProcess("dovecot");
        private final Path box = server.folder().resolve("mailboxes").resolve(USER);

        Dovecot() throws IOException, InterruptedException {
            String within = "mailboxes/" + USER + "/";
            server.folders("nobody:nogroup", within + "cur", within + "new", within + "tmp", "mailboxes");
            Path configuration = server.configure("dovecot.conf", "/dovecot/dovecot.conf");
            server.start(PROGRAM.toString(), "-F", "-c", configuration.toString());
        }

        static boolean isInstalled() {
            return ServerProcess.isInstalled(PROGRAM);
        }

        @Override
        public String name() {
            return "Dovecot";
        }

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public String user() {
            return USER;
        }

        @Override
        public String password() {
            return "for-tests-only";
        }

        @Override
        public void deliver(List<byte[]> mails) throws IOException, InterruptedException {
            for (byte[] mail : mails) {
                Files.write(box.resolve("new").resolve("1." + UUID.randomUUID() + ".test"), mail);
            }
            server.folders("nobody:nogroup", "mailboxes");
        }

        @Override
        public long mails() throws IOException {
            try (Stream<Path> fresh = Files.list(box.resolve("new"));
                    Stream<Path> seen = Files.list(box.resolve("cur"))) {
                return fresh.count() + seen.count();
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}

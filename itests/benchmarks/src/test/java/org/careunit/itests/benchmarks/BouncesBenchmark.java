package org.careunit.itests.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.identity.HsaId;
import org.careunit.mail.internal.mailbox.PeerMailbox;
import org.careunit.notifications.internal.StoryParts;

/** E-mail that comes back, on PostgreSQL: judged and taken in one by one, and a full mailbox read until it is empty. */
final class BouncesBenchmark {

    private static final int MAILS = Integer.getInteger("bounces.mails", 10_000);
    private static final int ALONE = Math.max(100, MAILS / 5);
    private static final int GROUP = 50;
    private static final int GROUPS_A_SAMPLE = 20;
    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final String BOUNCE = String.join(
            "\r\n",
            "Return-Path: <>",
            "From: MAILER-DAEMON@mx.klinik.example",
            "To: noreply@example.org",
            "Subject: Undelivered Mail",
            "MIME-Version: 1.0",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
            "",
            "--b",
            "",
            "It failed.",
            "--b",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; mx.klinik.example",
            "",
            "Final-Recipient: rfc822; a@example.org",
            "Action: failed",
            "Status: 5.1.1",
            "Diagnostic-Code: smtp; 550 5.1.1 no such user",
            "",
            "--b",
            "Content-Type: text/rfc822-headers",
            "",
            "Message-ID: <%s@example.org>",
            "Subject: Nytt",
            "",
            "--b--",
            "");

    private final Table table = new Table(
            "E-mail that comes back, PostgreSQL (goal: each applied once, none left)",
            "what",
            "peer or limit",
            "ours",
            "ratio");
    private double most;

    private BouncesBenchmark() {}

    static void run() throws Exception {
        // GreenMail warns of each report, which it takes for an unknown kind of message
        System.setProperty("org.slf4j.simpleLogger.log.com.icegreen.greenmail", "error");
        new BouncesBenchmark().measure();
    }

    private void measure() throws Exception {
        Path base = Files.createTempDirectory("benchmark");
        try (Database database = Database.postgres();
                Mailbox mailbox = Mailbox.start()) {
            StoryParts parts = StoryParts.send(
                    database.store, base, mail -> new DeliveryResult(DeliveryStatus.ACCEPTED, "250 ok"));
            parts.backlog(UNIT, MAILS + ALONE);
            await().atMost(Duration.ofMinutes(10)).until(() -> database.isEmpty("job_queue"));
            List<String> messages = messages(database);
            try (PeerMailbox reader =
                    new PeerMailbox(mailbox.port(), mailbox.user(), mailbox.password(), parts.reports())) {
                alone(reader, messages.subList(MAILS, MAILS + ALONE));
                double peer = bare(mailbox, messages.subList(0, MAILS));
                full(database, mailbox, reader, messages.subList(0, MAILS), peer);
            }
        } finally {
            Folders.delete(base);
        }
        table.print();
    }

    private static List<String> messages(Database database) throws SQLException {
        List<String> messages = new ArrayList<>();
        try (Connection connection = database.peer.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT message_id FROM ledger WHERE state = 'SENT'")) {
            while (rows.next()) {
                messages.add(rows.getString(1));
            }
        }
        return messages;
    }

    private void alone(PeerMailbox reader, List<String> messages) {
        int warmUp = messages.size() / 4;
        messages.subList(0, warmUp).forEach(message -> reader.process(bounce(message), message));
        long began = System.nanoTime();
        messages.subList(warmUp, messages.size()).forEach(message -> reader.process(bounce(message), message));
        double rate = (messages.size() - warmUp) / ((System.nanoTime() - began) / 1e9);
        table.row("bounces a second judged and taken in, one thread", "", number(rate), "");
    }

    private static byte[] bounce(String message) {
        return String.format(Locale.ROOT, BOUNCE, message).getBytes(US_ASCII);
    }

    private static void deliver(Mailbox mailbox, List<String> messages) throws Exception {
        mailbox.deliver(messages.stream().map(BouncesBenchmark::bounce).toList());
    }

    /** Reads and deletes as many mails in groups of the same size, and does nothing with them. */
    private static double bare(Mailbox mailbox, List<String> messages) throws Exception {
        deliver(mailbox, messages);
        long began = System.nanoTime();
        Properties properties = new Properties();
        properties.put("mail.imap.host", "127.0.0.1");
        properties.put("mail.imap.port", Integer.toString(mailbox.port()));
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(mailbox.user(), mailbox.password());
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_WRITE);
                while (folder.getMessageCount() > 0) {
                    Message[] group = folder.getMessages(1, Math.min(GROUP, folder.getMessageCount()));
                    for (Message mail : group) {
                        read(mail);
                    }
                    folder.setFlags(group, new Flags(Flags.Flag.DELETED), true);
                    folder.expunge();
                }
            }
        }
        return messages.size() / ((System.nanoTime() - began) / 1e9);
    }

    private static void read(Message mail) throws Exception {
        try (InputStream content = mail.getInputStream()) {
            if (content.readAllBytes().length == 0) {
                throw new IOException("An empty mail");
            }
        }
    }

    private void full(Database database, Mailbox mailbox, PeerMailbox reader, List<String> messages, double peer)
            throws Exception {
        deliver(mailbox, messages);
        double before = Heap.usedMegabytes();
        AtomicInteger groups = new AtomicInteger();
        long began = System.nanoTime();
        reader.readAll(() -> {
            if (groups.incrementAndGet() % GROUPS_A_SAMPLE == 0) {
                most = Math.max(most, Heap.usedMegabytes());
            }
            return true;
        });
        double rate = messages.size() / ((System.nanoTime() - began) / 1e9);
        table.row(
                String.format(
                        Locale.ROOT,
                        "mails a second from a mailbox of %,d (%s), each taken in and deleted; only read and deleted",
                        messages.size(),
                        mailbox.name()),
                number(peer),
                number(rate),
                String.format(Locale.ROOT, "%.2f", rate / peer));
        table.row("... left in the mailbox", "0", Long.toString(mailbox.mails()), "");
        table.row(
                "... not ended in the ledger",
                "0",
                database.first("SELECT count(*) FROM ledger WHERE state = 'SENT'"),
                "");
        table.row(
                "... heap grown, MB",
                "64",
                number(most - before),
                String.format(Locale.ROOT, "%.2f", (most - before) / 64));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}

package org.careunit.itests.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.careunit.itests.demo.host.Town;
import org.careunit.itests.peers.MailReceived;
import org.careunit.itests.peers.MailboxPeer;

/**
 * A mail server behind the first one: what is for somebody who has moved it returns to the sender's mailbox, with a
 * report as RFC 3464 describes it.
 */
record Returns(MailboxPeer mailbox, List<String> reports) implements Consumer<MailReceived> {

    Returns(MailboxPeer mailbox) {
        this(mailbox, new CopyOnWriteArrayList<>());
    }

    @Override
    public void accept(MailReceived mail) {
        if (mail.to().contains(Town.MOVED_ADDRESS)) {
            String report = report(mail);
            reports.add(report);
            mailbox.deliver(report.getBytes(UTF_8));
        }
    }

    /** Writes down the last of them. */
    void write(Path file) throws IOException {
        Files.writeString(file, reports.isEmpty() ? "" : reports.get(reports.size() - 1));
    }

    private static String report(MailReceived mail) {
        return """
                From: MAILER-DAEMON@mail.example.com
                To: %1$s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="returned"

                --returned
                Content-Type: text/plain; charset=us-ascii

                Your message could not be delivered: the recipient has moved.

                --returned
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.com

                Final-Recipient: rfc822; %2$s
                Action: failed
                Status: 5.1.6
                Diagnostic-Code: smtp; 550 5.1.6 Recipient has moved

                --returned
                Content-Type: text/rfc822-headers

                Message-ID: %3$s
                To: %2$s

                --returned--
                """
                .formatted(mail.from(), Town.MOVED_ADDRESS, mail.messageId())
                .replace("\n", "\r\n");
    }
}

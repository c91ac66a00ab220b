package org.careunit.itests.peers;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * An IMAP server on this machine with one mailbox. Connections to it pass through a gate, which can break them off at
 * any byte. Safe for use by many threads.
 */
public final class MailboxPeer implements AutoCloseable {

    public static final String USER = "bounces";
    public static final String PASSWORD = "for-tests-only";

    private static final String HOST = "127.0.0.1";

    private final GreenMail server;
    private final GreenMailUser user;
    private final Gate gate;

    private MailboxPeer(GreenMail server, GreenMailUser user, Gate gate) {
        this.server = server;
        this.user = user;
        this.gate = gate;
    }

    /** One that speaks without TLS. */
    public static MailboxPeer start() throws IOException {
        return start(Optional.empty());
    }

    /** One that speaks TLS from the first byte. */
    public static MailboxPeer startWithTls(MailCertificate certificate) throws IOException {
        return start(Optional.of(certificate));
    }

    private static MailboxPeer start(Optional<MailCertificate> certificate) throws IOException {
        GreenMail server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP));
        server.start();
        try {
            GreenMailUser user =
                    server.getManagers().getUserManager().createUser("bounces@example.org", USER, PASSWORD);
            return new MailboxPeer(server, user, Gate.to(server.getImap().getPort(), certificate));
        } catch (UserException | IOException failure) {
            server.stop();
            throw new IOException("The mailbox could not be made", failure);
        }
    }

    public int port() {
        return gate.port();
    }

    /** What goes wrong on the way to it. */
    public Gate gate() {
        return gate;
    }

    /** Puts a mail into the mailbox. */
    public void deliver(byte[] mail) {
        try {
            Session session = Session.getInstance(new Properties());
            inbox().appendMessage(new MimeMessage(session, new ByteArrayInputStream(mail)), new Flags(), null);
        } catch (MessagingException failure) {
            throw new IllegalStateException("A mail could not be put into the mailbox", failure);
        }
    }

    /** How many mails are in it. */
    public int mails() {
        return inbox().getMessageCount();
    }

    /** How many of them are flagged. */
    public long flagged() {
        return messages().stream()
                .filter(mail -> mail.getFlags().contains(Flags.Flag.FLAGGED))
                .count();
    }

    /** How many of them were read by somebody who left a mark. */
    public long seen() {
        return messages().stream()
                .filter(mail -> mail.getFlags().contains(Flags.Flag.SEEN))
                .count();
    }

    private List<StoredMessage> messages() {
        return inbox().getMessages();
    }

    private MailFolder inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException failure) {
            throw new IllegalStateException("There is no mailbox", failure);
        }
    }

    @Override
    public void close() {
        gate.close();
        server.stop();
    }
}

package org.careunit.itests.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** The SMTP dialogue of one message. */
final class MailDialogue implements MessageHandler {

    private final MailPeer peer;
    private final Session session;
    private final AtomicInteger messages;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";
    private boolean taken;

    /** @param messages how many the connection has brought */
    MailDialogue(MailPeer peer, Session session, AtomicInteger messages) {
        this.peer = peer;
        this.session = session;
        this.messages = messages;
    }

    @Override
    public void from(String from) throws RejectException {
        dropOrRefuse(MailStage.MAIL, from);
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        dropOrRefuse(MailStage.RCPT, recipient);
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        String raw = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
        dropOrRefuse(MailStage.DATA, recipients.get(0));
        MailFaults.Hang hang = peer.faults().hang();
        if (hang.accepted()) {
            take(raw);
        }
        boolean hung = hang.await();
        if (hung && !hang.accepted()) {
            close(); // whoever waited has given up, and what they sent is not taken
            throw new DropConnectionException("4.3.0 Not taken");
        }
        if (!hang.accepted()) {
            take(raw);
        }
        return "2.0.0 Ok: queued as "
                + Integer.toHexString(0xC0FFEE + peer.accepted().size());
    }

    private void take(String raw) {
        peer.take(sender, recipients, raw);
        taken = true;
        messages.incrementAndGet();
    }

    private void dropOrRefuse(MailStage stage, String address) throws RejectException {
        if (peer.faults().dropsAt(stage, address)) {
            close();
        }
    }

    @Override
    public void done() {
        if (taken && peer.faults().isLast(messages.get())) {
            close();
        }
    }

    private void close() {
        try {
            session.closeSocket();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

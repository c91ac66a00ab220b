package org.careunit.mail.internal.mailbox;

import jakarta.mail.Session;
import org.careunit.mail.internal.SessionBuilder;
import org.careunit.mail.internal.mailbox.MailboxSettings.Mailbox;

/** Creates the session for IMAP from settings. */
final class ImapSession {

    private ImapSession() {}

    static Session of(Mailbox mailbox) {
        return new SessionBuilder("imap", mailbox.endpoint(), mailbox.connect(), mailbox.answer())
                .with("fetchsize", 64 * 1024)
                .with("closefoldersonstorefailure", true)
                .build();
    }
}

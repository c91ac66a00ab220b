package org.careunit.itests.peers;

/** Where in the dialogue a mail server says no. */
public enum MailStage {
    /** The answer to MAIL FROM. */
    MAIL,
    /** The answer to RCPT TO. */
    RCPT,
    /** The answer to the message's end. */
    DATA
}

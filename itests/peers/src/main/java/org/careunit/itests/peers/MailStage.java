package org.careunit.itests.peers;

/** Stage of the SMTP dialogue at which the mail server refuses. */
public enum MailStage {
    /** The answer to MAIL FROM. */
    MAIL,
    /** The answer to RCPT TO. */
    RCPT,
    /** The answer to the message's end. */
    DATA
}

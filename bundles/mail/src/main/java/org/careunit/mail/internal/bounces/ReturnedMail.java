package org.careunit.mail.internal.bounces;

import java.util.List;

/**
 * A mail from the mailbox for bounces, as it was read: what kind it is, what it says of whom, and by what it may be
 * matched. Nothing in it is verified yet.
 *
 * @param type never null
 * @param recipients what it says of each recipient; empty where it is no report
 * @param sentTo the addresses that it was sent to, as its headers say: one of them may hold our token
 * @param messageIds of mails that it is about
 */
public record ReturnedMail(Type type, List<RecipientStatus> recipients, List<String> sentTo, List<String> messageIds) {

    public ReturnedMail {
        recipients = List.copyOf(recipients);
        sentTo = List.copyOf(sentTo);
        messageIds = List.copyOf(messageIds);
    }

    /** Without the addresses. */
    @Override
    public String toString() {
        return "ReturnedMail[" + type + ", " + recipients + "]";
    }

    /** Type of a mail. */
    public enum Type {
        /** A mail system's report about a mail. */
        REPORT("a report of a mail system"),
        /** Somebody marked our mail as unwanted. */
        COMPLAINT("somebody complained of the mail"),
        /** Somebody has read it, or not. */
        READ_RECEIPT("a read receipt"),
        /** An automatic answer of somebody who is away. */
        ABSENT("an automatic answer"),
        /** A report that somebody passed on. */
        FORWARDED("a report that somebody forwarded, which is no proof"),
        /** Something else. */
        NO_REPORT("no report"),
        /** It cannot be read to its end. */
        BROKEN("a mail that cannot be read");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}

package org.careunit.mail.internal.answers;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.careunit.api.gateways.DeliveryStatus;

/**
 * Classifies a permanent reply to a message by its cause: read from enhanced status, code, command and words together.
 * Only what is about the recipient is final for the address; a full mailbox and quotas pass; whatever is about the
 * sender, HELO, relaying, authentication or policy is ours, as is all that is not clear.
 */
public final class SmtpReplyClassifier {

    /** Enhanced statuses about the recipient: no such mailbox, host or form, moved, no mail there, switched off. */
    private static final Set<String> RECIPIENT = Set.of("1.1", "1.2", "1.3", "1.6", "1.10", "2.1");

    private static final Set<String> PASSING = Set.of("2.2", "3.1", "4.5", "5.3");
    private static final Set<Integer> RECIPIENT_CODES = Set.of(501, 521, 550, 551, 553, 554, 556);
    private static final Set<Integer> NO_MAIL_THERE = Set.of(521, 551, 556);

    private static final Pattern RECIPIENT_REJECTED = Pattern.compile("recipient address rejected");

    private static final Pattern FULL = words(
            "quota",
            "mailbox (is )?full",
            "mailbox size",
            "mailbox limit",
            "full mailbox",
            "over ?quota",
            "out of (disk )?(space|storage)",
            "insufficient (system )?(storage|space|disk)",
            "exceeded (its |the )?storage",
            "(sending|sender|daily|hourly|rate) limit",
            "too many (messages|recipients|connections)",
            "inbox is full",
            "rate that prevents",
            "rate limit\\w*",
            "receiving (e ?)?mail too",
            "brevl.dan .r full");

    private static final Pattern OURS = words(
            "sender",
            "senders",
            "mail from",
            "from address",
            "return path",
            "envelope from",
            "avs.ndar\\w*",
            "helo",
            "ehlo",
            "relay\\w*(?! recipient (table|map))",
            "open relay",
            "authenticat\\w*",
            "authori[sz]\\w*",
            "unauthori[sz]\\w*",
            "auth",
            "log ?in",
            "credentials?",
            "spf",
            "dkim",
            "dmarc",
            "polic(y|ies)",
            "spam\\w*",
            "junk",
            "virus",
            "blocked",
            "block ?list\\w*",
            "black ?list\\w*",
            "deny ?list\\w*",
            "(?<!not )listed",
            "rbl",
            "dnsbl",
            "reputation",
            "reverse",
            "ptr",
            "rdns",
            "banned",
            "client host",
            "your (ip|host|server|domain|network)",
            "access denied",
            "permission denied",
            "not permitted",
            "prohibited",
            "forbidden",
            "content",
            "message (is )?too (big|large|long)",
            "message size");

    private static final Pattern ABOUT_RECIPIENT = words(
            "(no|unknown|invalid|bad|nonexistent|non existent|inactive|disabled|undeliverable) "
                    + "(such |local )?(user|users|recipient|mailbox|address|account|person|rcpt|addressee)( here)?",
            "(user|recipient|mailbox|address|account|addressee|alias)( name)?( \\S+)? (is |was |has been )?"
                    + "(unknown|not found|unavailable|disabled|inactive|invalid|deactivated|suspended|closed|expired|"
                    + "undeliverable|rejected|not known|not local|not allowed|not valid|not"
                    + " exist\\w*|does ?n.?t exist)",
            "(does not|doesn.t) (exist|have an? (\\S+ )?account)",
            "not a valid (user|recipient|mailbox|address)",
            "not listed in (the )?(domino|public|name|address|directory)\\w*",
            "not our customer",
            "mailbox unavailable",
            "recipient address rejected",
            "unrouteable address",
            "no mailbox here",
            "no longer (here|works?|employed|valid|exists?|available|in use)",
            "does not accept (any )?mail",
            "ok.nd (anv.ndare|mottagare|adress)",
            "(mottagaren|(e ?post)?adressen|anv.ndaren|kontot|brevl.dan)"
                    + " (finns inte|hittades inte|kunde inte hittas|.r ok.nd|.r avslutad)");

    private SmtpReplyClassifier() {}

    /** @param recipientStep whether it answers the command that names the recipient, or the message itself */
    public static Blame of(SmtpReply reply, boolean recipientStep) {
        if (reply.status().startsWith("4.")) {
            return Blame.LATER;
        }
        if (isPassing(reply)) {
            return Blame.FULL;
        }
        boolean rejected = reply.subject().equals("4.1")
                && RECIPIENT_REJECTED.matcher(reply.words()).find();
        if (rejected) {
            return recipientStep ? Blame.RECIPIENT : Blame.OURS;
        }
        if (!recipientStep || OURS.matcher(reply.words()).find()) {
            return Blame.OURS;
        }
        return isAboutRecipient(reply) ? Blame.RECIPIENT : Blame.OURS;
    }

    private static boolean isPassing(SmtpReply reply) {
        boolean tooBig = reply.subject().equals("3.4") || reply.subject().equals("2.3");
        return PASSING.contains(reply.subject())
                || (!tooBig && FULL.matcher(reply.words()).find())
                || (reply.code() == 552
                        && reply.status().isEmpty()
                        && !OURS.matcher(reply.words()).find());
    }

    private static boolean isAboutRecipient(SmtpReply reply) {
        if (!reply.status().isEmpty()) {
            return RECIPIENT.contains(reply.subject());
        }
        return NO_MAIL_THERE.contains(reply.code())
                || (RECIPIENT_CODES.contains(reply.code())
                        && ABOUT_RECIPIENT.matcher(reply.words()).find());
    }

    private static Pattern words(String... alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + String.join("|", List.of(alternatives)) + ")(?![\\p{L}\\p{N}])");
    }

    /** Who caused the failure, and a text for the ledger. */
    public enum Blame {
        RECIPIENT(DeliveryStatus.PERMANENT_FAILURE, "the mail server does not take mail for this recipient"),
        FULL(DeliveryStatus.TEMPORARY_FAILURE, "the recipient's mailbox is full, or a quota is reached"),
        LATER(DeliveryStatus.TEMPORARY_FAILURE, "the mail server takes it later"),
        OURS(DeliveryStatus.TECHNICAL_FAILURE, "the mail server does not take this from us");

        private final DeliveryStatus delivery;
        private final String words;

        Blame(DeliveryStatus delivery, String words) {
            this.delivery = delivery;
            this.words = words;
        }

        public DeliveryStatus delivery() {
            return delivery;
        }

        public String words() {
            return words;
        }
    }
}

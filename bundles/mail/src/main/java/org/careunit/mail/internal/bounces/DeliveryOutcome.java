package org.careunit.mail.internal.bounces;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.mail.internal.answers.SmtpReply;
import org.careunit.mail.internal.answers.SmtpReplyClassifier;

/**
 * Delivery result of a mail to one address, according to a report or a text.
 *
 * @param kind never null
 * @param code the mail server's reply code; 0 where there is none
 * @param status the enhanced status code (RFC 3463); empty where there is none; never null
 * @param mailboxFull whether there was no room in the mailbox
 * @param blocked whether we were refused as an unwanted sender
 */
public record DeliveryOutcome(Kind kind, int code, String status, boolean mailboxFull, boolean blocked) {

    /** Kind of result. */
    public enum Kind {
        /** The address is to blame. */
        PERMANENT("the recipient's mail system does not know the address, or takes no mail for it"),
        /** This mail failed, another may not. */
        TEMPORARY("it was not delivered in time, or the mailbox was full"),
        /** We, or our mail, caused the failure. */
        TECHNICAL("the recipient's mail system does not take this from us"),
        /** It failed for an unknown reason. */
        UNDETERMINED("it was returned without a reason that can be read"),
        /** It is tried again. */
        DELAYED("it is delayed"),
        /** It was passed on. */
        SENT("it was passed on"),
        /** It arrived. */
        DELIVERED("it has arrived");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean isFailure() {
            return this == PERMANENT || this == TEMPORARY || this == TECHNICAL || this == UNDETERMINED;
        }
    }

    private static final Pattern STATUS =
            Pattern.compile("(?<![0-9.])([245])\\.([0-7])\\.([0-9]{1,3})(?![0-9]|\\.[0-9])");
    private static final Pattern REPLY = Pattern.compile("(?<![0-9.:-])[45][0-5][0-9](?=[ -])");
    private static final Pattern SENDING = Pattern.compile("send|rate|too many|limit");
    private static final Pattern BLOCKED =
            Pattern.compile("block|black ?list|listed|rbl|reputation|spam|banned|unwanted|polic");

    static DeliveryOutcome of(Kind kind) {
        return new DeliveryOutcome(kind, 0, "", false, false);
    }

    /**
     * Judges a failure.
     *
     * @param status the status that a report gives; may be empty or wrong
     * @param diagnostic what a mail system said, with or without codes
     */
    static DeliveryOutcome failed(String status, String diagnostic) {
        Matcher reply = REPLY.matcher(diagnostic);
        String said = reply.find() ? diagnostic.substring(reply.start()) : diagnostic;
        Optional<String> own = status(said);
        Optional<String> given = status(status);
        Optional<String> specific = own.filter(DeliveryOutcome::isSpecific)
                .or(() -> given.filter(DeliveryOutcome::isSpecific))
                .or(() -> own)
                .or(() -> given);
        boolean isNothingKnown = specific.filter(DeliveryOutcome::isSpecific).isEmpty() && said.isBlank();
        if (isNothingKnown) {
            Kind kind =
                    specific.filter(known -> known.startsWith("4")).isPresent() ? Kind.TEMPORARY : Kind.UNDETERMINED;
            return new DeliveryOutcome(kind, 0, specific.orElse(""), false, false);
        }
        boolean hasCode = reply.reset().find();
        int code = hasCode ? Integer.parseInt(diagnostic.substring(reply.start(), reply.start() + 3)) : 0;
        return judged(code, specific.orElse(""), said);
    }

    private static DeliveryOutcome judged(int code, String status, String said) {
        char first = status.isEmpty() ? '5' : status.charAt(0);
        String line = (code > 0 ? "" : first + "50 ") + said;
        SmtpReply parsed = SmtpReply.of(line);
        String weighed = isSpecific(status) ? status : "";
        SmtpReply reply = new SmtpReply(parsed.code(), weighed, parsed.words(), parsed.hasAddress());
        if (first == '4' || (code > 0 && code < 500)) {
            return new DeliveryOutcome(Kind.TEMPORARY, code, status, isMailboxFull(reply), false);
        }
        return switch (SmtpReplyClassifier.of(reply, true)) {
            case RECIPIENT -> new DeliveryOutcome(Kind.PERMANENT, code, status, false, false);
            case FULL, LATER -> new DeliveryOutcome(Kind.TEMPORARY, code, status, isMailboxFull(reply), false);
            case OURS -> new DeliveryOutcome(Kind.TECHNICAL, code, status, false, isBlocked(reply));
        };
    }

    private static boolean isMailboxFull(SmtpReply reply) {
        boolean isAboutMailbox = reply.subject().isEmpty() || reply.subject().equals("2.2");
        return isAboutMailbox
                && SmtpReplyClassifier.of(reply, true) == SmtpReplyClassifier.Blame.FULL
                && !SENDING.matcher(reply.words()).find();
    }

    private static boolean isBlocked(SmtpReply reply) {
        return reply.subject().startsWith("7.")
                || BLOCKED.matcher(reply.words()).find();
    }

    private static Optional<String> status(String text) {
        Matcher status = STATUS.matcher(text);
        return status.find() ? Optional.of(status.group()) : Optional.empty();
    }

    /** Not one that says no more than its class. */
    private static boolean isSpecific(String status) {
        return !status.isEmpty() && !status.substring(1).equals(".0.0");
    }

    /** Codes and our words, in one line, for ledger and console. */
    public String reason() {
        String codes = ((code > 0 ? code + " " : "") + status).strip();
        String words = mailboxFull ? "the mailbox was full" : kind.words();
        return "Returned: " + (codes.isEmpty() ? words : codes + ": " + words);
    }
}

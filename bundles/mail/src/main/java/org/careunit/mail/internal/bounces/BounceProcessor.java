package org.careunit.mail.internal.bounces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.gateways.DeliveryReport;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.api.gateways.DeliveryReports.Result;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.messages.Channel;
import org.careunit.mail.internal.bounces.BounceResult.Disposal;
import org.careunit.mail.internal.bounces.DeliveryOutcome.Kind;

/**
 * Decides what follows from a returned mail, and records it in the ledger. Only mails that match one of ours and report
 * a failure or an arrival reach the ledger.
 */
public final class BounceProcessor {

    private static final String FORWARDED_ON = "Returned: from another address, to which it was forwarded";

    private final DeliveryReports reports;
    private final SentMailMatcher<UUID> ours;

    public BounceProcessor(DeliveryReports reports, SentMailMatcher<UUID> ours) {
        this.reports = reports;
        this.ours = ours;
    }

    /**
     * Records a mail's report in the ledger. When it returns, that is committed.
     *
     * @param mail the mail, or its beginning
     * @param source identifies it: 64 characters at most
     */
    public BounceResult process(byte[] mail, String source) {
        return new OneMail(BounceReader.read(mail), source, reports::apply).decide();
    }

    /** What {@link #process} would do; changes nothing. */
    public BounceResult explain(byte[] mail, String source) {
        return new OneMail(BounceReader.read(mail), source, reports::preview).decide();
    }

    /** One mail. */
    private final class OneMail {

        private final ReturnedMail mail;
        private final String source;
        private final Function<DeliveryReport, Result> ledger;
        private final SentMailMatch<UUID> match;

        OneMail(ReturnedMail mail, String source, Function<DeliveryReport, Result> ledger) {
            this.mail = mail;
            this.source = source;
            this.ledger = ledger;
            this.match = isMatched(mail.type())
                    ? SentMailMatch.of(mail, ours)
                    : new SentMailMatch<>(SentMailMatch.By.NOTHING, Optional.empty());
        }

        private static boolean isMatched(ReturnedMail.Type type) {
            return type == ReturnedMail.Type.REPORT
                    || type == ReturnedMail.Type.COMPLAINT
                    || type == ReturnedMail.Type.BROKEN;
        }

        BounceResult decide() {
            if (match.by() == SentMailMatch.By.CONFLICT) {
                return ended(
                        Disposal.SET_ASIDE, "Return address and Message-ID name different mails: nothing is changed");
            }
            return switch (mail.type()) {
                case REPORT -> match.mail().isPresent() ? report(match.mail().get()) : unmatched();
                case READ_RECEIPT, ABSENT -> ended(Disposal.DELETE, summary());
                case COMPLAINT, FORWARDED, NO_REPORT, BROKEN -> ended(Disposal.SET_ASIDE, summary());
            };
        }

        private String summary() {
            return "It is " + mail.type().words() + ": nobody is suppressed";
        }

        private BounceResult unmatched() {
            return ended(Disposal.DELETE, "It names none of our mails: nobody is suppressed");
        }

        private BounceResult report(UUID message) {
            for (RecipientStatus one : mail.recipients()) {
                Kind kind = one.outcome().kind();
                if (kind.isFailure() || kind == Kind.DELIVERED) {
                    Result result = ledger.apply(report(message, one));
                    if (result != Result.OTHER_RECIPIENT) {
                        return taken(one, result);
                    }
                }
            }
            List<Kind> kinds =
                    mail.recipients().stream().map(one -> one.outcome().kind()).toList();
            if (kinds.stream().allMatch(Kind::isFailure)) {
                return forwardedOn(message);
            }
            Optional<RecipientStatus> waiting = mail.recipients().stream()
                    .filter(one -> !one.outcome().kind().isFailure())
                    .findFirst();
            String why = waiting.map(
                            one -> "It says that " + one.outcome().kind().words() + ": nothing is changed")
                    .orElse("It is about others: nothing is changed");
            return new BounceResult(
                    mail.type(), match.by(), match.mail(), waiting, Optional.empty(), Disposal.DELETE, why);
        }

        private DeliveryReport report(UUID message, RecipientStatus one) {
            DeliveryOutcome outcome = one.outcome();
            List<EmailAddress> about = addresses(one);
            return new DeliveryReport(
                    source,
                    message,
                    Channel.EMAIL,
                    status(outcome.kind()),
                    outcome.mailboxFull(),
                    about,
                    outcome.reason());
        }

        /** Our mail failed somewhere behind its recipient's address, which is not to blame. */
        private BounceResult forwardedOn(UUID message) {
            DeliveryReport report =
                    DeliveryReport.of(source, message, Channel.EMAIL, DeliveryStatus.TECHNICAL_FAILURE, FORWARDED_ON);
            RecipientStatus behind = new RecipientStatus(DeliveryOutcome.of(Kind.UNDETERMINED), List.of());
            return taken(behind, ledger.apply(report));
        }

        private BounceResult taken(RecipientStatus one, Result result) {
            Disposal disposal = result == Result.NOT_SENT_YET ? Disposal.KEEP : Disposal.DELETE;
            String why = one.outcome().reason() + ". " + words(result);
            return new BounceResult(
                    mail.type(), match.by(), match.mail(), Optional.of(one), Optional.of(result), disposal, why);
        }

        private BounceResult ended(Disposal disposal, String why) {
            Optional<RecipientStatus> first = match.by() == SentMailMatch.By.CONFLICT
                    ? Optional.empty()
                    : mail.recipients().stream().findFirst();
            return new BounceResult(mail.type(), match.by(), match.mail(), first, Optional.empty(), disposal, why);
        }
    }

    /** The recipients that we could have written to; none means that the report is about the mail's recipient. */
    private static List<EmailAddress> addresses(RecipientStatus one) {
        List<EmailAddress> known = new ArrayList<>();
        for (String address : one.addresses()) {
            try {
                known.add(EmailAddress.of(address));
            } catch (RefusedException notOne) {
                // with letters beyond ASCII, or no address: we never write to such
            }
        }
        return known;
    }

    private static DeliveryStatus status(Kind kind) {
        return switch (kind) {
            case DELIVERED -> DeliveryStatus.DELIVERED;
            case PERMANENT -> DeliveryStatus.PERMANENT_FAILURE;
            case TEMPORARY -> DeliveryStatus.TEMPORARY_FAILURE;
            default -> DeliveryStatus.TECHNICAL_FAILURE;
        };
    }

    private static String words(Result result) {
        return switch (result) {
            case APPLIED -> "The message ends; nobody is suppressed";
            case APPLIED_AND_SUPPRESSED -> "The message ends, and the address is suppressed";
            case ALREADY_FINAL -> "The message was final already: it is only counted";
            case REPEATED -> "It was taken in before: nothing is changed";
            case NOT_SENT_YET -> "The message is not marked as sent yet: it is read again later";
            case OTHER_RECIPIENT -> "It is about another address: nothing is changed";
            case UNKNOWN -> "There is no such message: nobody is suppressed";
        };
    }
}

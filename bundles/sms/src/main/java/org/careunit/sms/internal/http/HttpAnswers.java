package org.careunit.sms.internal.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;
import org.careunit.sms.internal.receipts.ReceiptIds;
import org.careunit.sms.internal.sending.PartLink.Attempt;

/** Interprets a gateway's answers over HTTP. A success status alone is not enough, since a login page has one, too. */
public final class HttpAnswers {

    private static final int LONGEST_ID = 65;
    private static final String ID = "id";

    private final Pattern accepted;
    private final boolean hasId;
    private final Map<Integer, DeliveryStatus> meanings;

    /**
     * @param accepted what the body of a yes looks like; a group {@code id} is the gateway's id of the part
     * @param meanings of statuses, where they differ from ours
     */
    public HttpAnswers(Pattern accepted, Map<Integer, DeliveryStatus> meanings) {
        this.accepted = accepted;
        this.hasId = accepted.pattern().contains("(?<" + ID + ">");
        this.meanings = Map.copyOf(meanings);
    }

    /**
     * Judges an answer to a part.
     *
     * @param ours the part's name, for a gateway that gives none
     */
    Attempt of(int status, String body, String ours) {
        if (meanings.containsKey(status)) {
            return Attempt.of(replied(meanings.get(status), status));
        }
        if (status / 100 == 2) {
            return Attempt.of(yes(body, ours));
        }
        return new Attempt(
                fault(status)
                        .map(fault -> SmsAnswer.connectionFailed(fault, true))
                        .orElseGet(() -> replied(status)),
                status == 429);
    }

    private SmsAnswer yes(String body, String ours) {
        Matcher form = accepted.matcher(body);
        if (!form.find()) {
            return SmsAnswer.connectionFailed(SmsFault.NONSENSE, true);
        }
        String id = hasId ? form.group(ID) : ours;
        return id == null || id.isEmpty() || id.length() > LONGEST_ID
                ? SmsAnswer.connectionFailed(SmsFault.NONSENSE, true)
                : SmsAnswer.accepted(List.of(ReceiptIds.SAME.inResponse(id)));
    }

    /** The fault of the connection that a status means; empty if none. */
    static Optional<SmsFault> fault(int status) {
        return switch (status) {
            case 401, 403, 407 -> Optional.of(SmsFault.LOGIN);
            case 404, 405, 410, 501 -> Optional.of(SmsFault.ADDRESS);
            default -> status / 100 == 3 || status / 100 == 1 ? Optional.of(SmsFault.ADDRESS) : Optional.empty();
        };
    }

    private static SmsAnswer replied(int status) {
        boolean isLater = status == 408 || status == 425 || status == 429 || status / 100 == 5;
        return replied(isLater ? DeliveryStatus.TEMPORARY_FAILURE : DeliveryStatus.TECHNICAL_FAILURE, status);
    }

    private static SmsAnswer replied(DeliveryStatus meaning, int status) {
        String words =
                switch (meaning) {
                    case PERMANENT_FAILURE -> "the SMS gateway knows no such number";
                    case TEMPORARY_FAILURE -> "the SMS gateway takes it later";
                    default -> "the SMS gateway does not take this from us";
                };
        return SmsAnswer.replied(meaning, words + " (HTTP status " + status + ")");
    }
}

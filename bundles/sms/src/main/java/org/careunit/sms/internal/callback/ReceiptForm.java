package org.careunit.sms.internal.callback;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.SmsReceipt;
import org.careunit.sms.internal.answers.SmppStatuses;
import org.careunit.sms.internal.receipts.Receipt;
import org.careunit.sms.internal.receipts.ReceiptIds;

/**
 * Parses a receipt from request parameters: the part's id, a word or number for its state and, from gateways that pass
 * on the network's receipt, its text, which is more exact than the state.
 *
 * @param id the parameter with the part's id
 * @param state the parameter with the state
 * @param text the parameter with the network's text, which may be absent
 * @param states what the states mean; {@link DeliveryStatus#ACCEPTED} that nothing has ended yet
 */
public record ReceiptForm(String id, String state, String text, Map<String, DeliveryStatus> states) {

    /** How an SMPP gateway writes that the SMS centre refused a part. */
    private static final Pattern REFUSED = Pattern.compile("NACK/(?:0x)?([0-9A-Fa-f]{1,8})(?:/|$)");

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,65}");
    private static final int LONGEST_SHOWN = 20;

    public ReceiptForm {
        states = Map.copyOf(states);
    }

    /**
     * Reads one.
     *
     * @param parameters with their first values
     * @param inText reads the network's text, if it is a receipt
     * @param outcomes what a receipt that was read so means
     * @return empty if it cannot be read
     */
    Optional<Reading> read(
            Map<String, String> parameters,
            Function<String, Optional<Receipt>> inText,
            Function<Receipt, SmsReceipt> outcomes) {
        String part = ReceiptIds.SAME.inResponse(parameters.getOrDefault(id, "").strip());
        String word = parameters.getOrDefault(state, "").strip();
        DeliveryStatus meaning = states.get(word.toLowerCase(Locale.ROOT));
        if (!ID.matcher(part).matches() || meaning == null) {
            return Optional.empty();
        }
        if (meaning == DeliveryStatus.ACCEPTED) {
            return Optional.of(new Reading(Optional.empty()));
        }
        String said = parameters.getOrDefault(text, "");
        Optional<SmsReceipt> exact = inText.apply("id:" + part + " " + withoutId(said))
                .filter(receipt -> receipt.state().isFinal())
                .map(outcomes)
                .or(() -> refused(said, part));
        return Optional.of(new Reading(Optional.of(
                meaning == DeliveryStatus.DELIVERED
                        ? exact.filter(told -> told.status() == DeliveryStatus.DELIVERED)
                                .orElseGet(() -> plain(part, meaning, word))
                        : exact.filter(told -> told.status() != DeliveryStatus.DELIVERED)
                                .orElseGet(() -> plain(part, meaning, word)))));
    }

    /** The unreadable receipt for an operator, with the names only of other parameters. */
    String shown(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> Set.of(id, state, text).contains(one.getKey())
                                ? one.getKey() + "=" + one.getValue()
                                : one.getKey() + "=…")
                        .collect(Collectors.joining("&"));
    }

    private static String withoutId(String text) {
        return text.replaceFirst("(?i)\\bid\\s*:\\s*\\S*", "");
    }

    private static Optional<SmsReceipt> refused(String text, String part) {
        Matcher form = REFUSED.matcher(text);
        return form.find()
                ? Optional.of(SmppStatuses.answer(Integer.parseUnsignedInt(form.group(1), 16)))
                        .map(answer -> new SmsReceipt(List.of(part), answer.delivery(), "receipt: " + answer.words()))
                : Optional.empty();
    }

    private static SmsReceipt plain(String part, DeliveryStatus meaning, String word) {
        String shown = word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN);
        String words =
                switch (meaning) {
                    case DELIVERED -> "delivered";
                    case PERMANENT_FAILURE -> "it cannot be delivered";
                    case TEMPORARY_FAILURE -> "it was not delivered";
                    default -> "the network refused it";
                };
        return new SmsReceipt(List.of(part), meaning, "receipt: " + words + " (state " + shown + ")");
    }

    /**
     * A parsed receipt.
     *
     * @param ended empty if nothing has ended yet
     */
    record Reading(Optional<SmsReceipt> ended) {}
}

package org.careunit.sms.internal.receipts;

import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads receipts. The optional parameters of SMPP count before the text; the text has the fields of SMPP 3.4, appendix
 * B, in any order and case, some perhaps missing, or the form that the gateway's configuration describes.
 */
public final class ReceiptReader {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_ID = 65;
    private static final Pattern FIELD = Pattern.compile(
            "(?<![\\p{Alnum}_])(id|sub|dlvrd|submit date|done date|stat|err|text)\\s*:", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_FIELD = Pattern.compile("\\s+\\p{Alpha}[\\p{Alnum}_-]*:");
    /** A NUL, too: some gateways send the text as a C string. */
    private static final Pattern BLANK = Pattern.compile("[\\s\\x00]");

    private static final Pattern ZEROS = Pattern.compile("^0+(?=.)");

    private final ReceiptIds ids;
    private final Optional<Pattern> form;

    /**
     * @param form a pattern with the groups {@code id} and {@code state}, for a form of the gateway's own; empty for
     *     none
     */
    public ReceiptReader(ReceiptIds ids, Optional<Pattern> form) {
        this.ids = ids;
        this.form = form;
    }

    /**
     * Reads a receipt.
     *
     * @param arrival now, by the SMS centre's clock
     * @return empty if it cannot be read
     */
    public Optional<Receipt> read(DeliveredMessage message, LocalDateTime arrival) {
        String text = message.text().length() <= LONGEST
                ? message.text()
                : message.text().substring(0, LONGEST);
        Map<String, String> fields =
                form.flatMap(pattern -> inForm(pattern, text)).orElseGet(() -> fields(text));
        Optional<ReceiptState> state = message.state()
                .flatMap(ReceiptState::of)
                .or(() -> Optional.ofNullable(fields.get("stat")).flatMap(ReceiptState::of));
        List<String> candidates = candidates(message.id(), fields.get("id"));
        if (state.isEmpty() || candidates.isEmpty()) {
            return Optional.empty();
        }
        String error = ZEROS.matcher(fields.getOrDefault("err", "")).replaceFirst("");
        Optional<LocalDateTime> done =
                Optional.ofNullable(fields.get("done date")).flatMap(date -> ReceiptDates.read(date, arrival));
        return Optional.of(new Receipt(candidates, state.get(), error, done));
    }

    private List<String> candidates(Optional<String> beside, String inText) {
        Set<String> found = new LinkedHashSet<>();
        beside.map(String::strip).filter(ReceiptReader::isId).ifPresent(id -> found.addAll(ids.besideText(id)));
        if (inText != null && isId(inText)) {
            found.add(ids.inText(inText));
        }
        return List.copyOf(found);
    }

    private static boolean isId(String written) {
        return !written.isEmpty() && written.length() <= LONGEST_ID;
    }

    private static Optional<Map<String, String>> inForm(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text.strip());
        return found.find() && found.group("id") != null && found.group("state") != null
                ? Optional.of(Map.of("id", found.group("id"), "stat", found.group("state")))
                : Optional.empty();
    }

    /**
     * The first of each field before {@code text:}, behind which stands the beginning of a message, perhaps with words
     * like ours.
     */
    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Matcher field = FIELD.matcher(text);
        String name = "";
        int from = 0;
        while (field.find() && !name.equalsIgnoreCase("text")) {
            put(fields, name, text.substring(from, field.start()));
            name = field.group(1);
            from = field.end();
        }
        put(fields, name, text.substring(from));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String written) {
        if (name.isEmpty() || name.equalsIgnoreCase("text")) {
            return;
        }
        Pattern end = name.equalsIgnoreCase("done date") ? OTHER_FIELD : BLANK;
        fields.putIfAbsent(name, end.split(written.strip(), 2)[0]);
    }
}

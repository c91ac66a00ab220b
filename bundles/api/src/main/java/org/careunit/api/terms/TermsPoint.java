package org.careunit.api.terms;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/**
 * One point of the terms of a case type: plain text, whose lines may break.
 *
 * @param id stays with the point whatever becomes of its text and place: 1 to 40 small letters a-z, digits and hyphens;
 *     never null
 * @param text 1 to {@value #LONGEST} characters, in Unicode's form NFC, without blanks at either end or control
 *     characters other than line feeds; may hold {@value #UNIT_NAME} and {@value #HANDLING_DAYS}, which are filled in
 *     when it is read; never null
 */
public record TermsPoint(String id, String text) {

    public static final int LONGEST = 4_000;

    /** Stands for what the unit is called. */
    public static final String UNIT_NAME = "{unit.name}";

    /** Stands for the promised handling time, as a number of working days. */
    public static final String HANDLING_DAYS = "{handling.days}";

    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    /** Controls, what turns the direction of writing, and halves of a character. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028-\\u202E\\u2066-\\u2069&&[^\\n]]");

    /** @throws RefusedException if a component has another form */
    public TermsPoint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Problems problems = new Problems();
        boolean isNamed = ID.matcher(id).matches();
        if (!isNamed) {
            problems.add(ValueProblem.TERMS_POINT_ID.at("id"));
        }
        String name = isNamed ? id : "?";
        wrong(text).ifPresent(allowed -> problems.add(ValueProblem.TERMS_POINT_TEXT.at("text", name, allowed)));
        problems.refuse();
    }

    /**
     * Makes a point of a text as people paste it: blanks around it, other line breaks and split letters are accepted.
     */
    public static TermsPoint of(String id, String pasted) {
        String lines = pasted.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return new TermsPoint(
                id, Normalizer.normalize(lines, Normalizer.Form.NFC).strip());
    }

    /** As {@link #of}, for a point that is new: with an id that no other has. */
    public static TermsPoint added(String pasted) {
        return of("p-" + UUID.randomUUID().toString().substring(0, 18), pasted);
    }

    /** What a text must be that this one is not; empty if it is as it must be. */
    private static Optional<String> wrong(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.of("has 1 to " + LONGEST + " characters");
        }
        if (!text.equals(text.strip())) {
            return Optional.of("has no blanks at its beginning or end");
        }
        if (HIDDEN.matcher(text).find()) {
            return Optional.of("has no control characters other than line breaks");
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? Optional.empty()
                : Optional.of("is in Unicode's form NFC");
    }
}

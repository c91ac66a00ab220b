package org.careunit.api.sms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/**
 * A text cut into the parts that it is sent in. It is in Unicode's composed form (NFC), so that a letter that was
 * pasted in two pieces does not force the whole text into the larger alphabet. Neither an escape of the default
 * alphabet nor a surrogate pair is ever cut. Source: 3GPP TS 23.038 and 23.040.
 *
 * @param text composed; never null
 * @param alphabet the one all parts are in; never null
 * @param parts 1 to 255; never null
 */
public record SmsText(String text, Alphabet alphabet, List<String> parts) {

    private static final int MOST_PARTS = 255;

    public SmsText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(alphabet, "alphabet");
        parts = List.copyOf(parts);
    }

    /** How many parts it has in which alphabet, and nothing of the text. */
    @Override
    public String toString() {
        return "SmsText[" + alphabet + ", " + parts.size() + " parts]";
    }

    /** The alphabets of SMS. */
    public enum Alphabet {
        /** The default alphabet with its extension, in septets. */
        GSM_7(160),
        /** Everything else, in UTF-16 units. */
        UCS_2(70);

        private final int alone;

        Alphabet(int alone) {
            this.alone = alone;
        }

        private int room(Reference reference) {
            return this == GSM_7 ? reference.septets : reference.units;
        }

        /** How much of a part a text takes in this alphabet. */
        public int units(String text) {
            return this == UCS_2
                    ? text.length()
                    : text.chars().map(GsmAlphabet::septets).sum();
        }
    }

    /** How the parts of one text are known to belong together: by a number in each, which takes room. */
    public enum Reference {
        EIGHT_BIT(153, 67),
        SIXTEEN_BIT(152, 66);

        private final int septets;
        private final int units;

        Reference(int septets, int units) {
            this.septets = septets;
            this.units = units;
        }
    }

    /** As {@link #of(String, Reference)}, with the usual reference of eight bits. */
    public static SmsText of(String text) {
        return of(text, Reference.EIGHT_BIT);
    }

    /**
     * Cuts a text, in the default alphabet if the composed text is in it, else in UCS-2.
     *
     * @throws RefusedException if it would be more than 255 parts
     */
    public static SmsText of(String text, Reference reference) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        Alphabet alphabet = GsmAlphabet.holds(composed) ? Alphabet.GSM_7 : Alphabet.UCS_2;
        List<String> parts = alphabet.units(composed) <= alphabet.alone
                ? List.of(composed)
                : cut(composed, alphabet, alphabet.room(reference));
        if (parts.size() > MOST_PARTS) {
            throw ValueProblem.SMS_PARTS.refused(parts.size(), MOST_PARTS);
        }
        return new SmsText(composed, alphabet, parts);
    }

    private static List<String> cut(String text, Alphabet alphabet, int room) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int used = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int takes = alphabet == Alphabet.GSM_7
                    ? GsmAlphabet.septets(text.charAt(at))
                    : Character.charCount(text.codePointAt(at));
            if (used + takes > room) {
                parts.add(text.substring(begin, at));
                begin = at;
                used = 0;
            }
            used += takes;
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /** Alphabet, parts and, if there are any, the signs that force UCS-2, for whoever saves the text. */
    public String summary() {
        String size =
                parts.size() + " SMS, " + (alphabet == Alphabet.GSM_7 ? "GSM-7" : "UCS-2") + ", " + units() + " units";
        return alphabet == Alphabet.GSM_7 ? size : size + "; not in GSM-7: " + String.join(" ", unusual());
    }

    /** How much the whole text takes: septets or UTF-16 units, without what tells that parts belong together. */
    public int units() {
        return alphabet.units(text);
    }

    /** The characters that are not in the default alphabet, in the order of the text, each once. */
    public Set<String> unusual() {
        Set<String> found = new LinkedHashSet<>();
        text.codePoints()
                .filter(character -> !GsmAlphabet.holds(character))
                .forEach(character -> found.add(Character.toString(character)));
        return found;
    }
}

package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A sentence of a point, in small letters and with plain blanks; what is asked of it twice is looked up once. */
final class Sentence {

    /** How far a clause is followed to either side, so that the check's time grows with the text's length alone. */
    private static final int REACH = 160;

    private static final String CLAUSE_ENDS = ",;:()";

    private final String point;
    private final int start;
    private final int end;
    private final Optional<Sentence> previous;
    private final Map<Pattern, Boolean> matches = new HashMap<>();

    private Sentence(String point, int start, int end, Optional<Sentence> previous) {
        this.point = point;
        this.start = start;
        this.end = end;
        this.previous = previous;
    }

    /** @param text of the whole point, as {@link #normalized} returns it */
    static List<Sentence> of(String text, String original) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (endsSentence(original, at)) {
                add(sentences, text, start, at + 1);
                start = at + 1;
            }
        }
        add(sentences, text, start, text.length());
        return sentences;
    }

    private static void add(List<Sentence> sentences, String text, int start, int end) {
        if (start < end) {
            Optional<Sentence> previous =
                    sentences.isEmpty() ? Optional.empty() : Optional.of(sentences.get(sentences.size() - 1));
            // two back is never asked for, and a chain of all of them would be kept alive
            sentences.add(new Sentence(text, start, end, previous.map(Sentence::alone)));
        }
    }

    private Sentence alone() {
        return new Sentence(point, start, end, Optional.empty());
    }

    /** Small letters and plain blanks; each character keeps its place. */
    static String normalized(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            plain.append(isBlank(sign) ? ' ' : Character.toLowerCase(sign));
        }
        return plain.toString();
    }

    static boolean isBlank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    /** A full stop ends a sentence only where the next begins with a capital. */
    private static boolean endsSentence(String text, int at) {
        char sign = text.charAt(at);
        return sign == '\n' || sign == '!' || sign == '?' || (sign == '.' && capitalFollows(text, at + 1));
    }

    private static boolean capitalFollows(String text, int at) {
        int next = at;
        // three blanks are as many as anybody writes
        while (next < text.length() && next < at + 3 && isBlank(text.charAt(next))) {
            next++;
        }
        return next == text.length() || (next > at && Character.isUpperCase(text.charAt(next)));
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    Optional<Sentence> previous() {
        return previous;
    }

    /** Whether the sentence has something that matches. */
    boolean has(Pattern pattern) {
        return matches.computeIfAbsent(
                pattern, key -> key.matcher(point).region(start, end).find());
    }

    /** The clause around a place, as far as {@value #REACH} characters to either side. */
    String clause(int from, int to) {
        return before(from) + point.substring(from, to) + after(to);
    }

    /** What is before a place in its clause. */
    String before(int place) {
        int from = place;
        while (from > Math.max(start, place - REACH) && CLAUSE_ENDS.indexOf(point.charAt(from - 1)) < 0) {
            from--;
        }
        return point.substring(from, place);
    }

    /** What follows a place in its clause. */
    String after(int place) {
        int to = place;
        while (to < Math.min(end, place + REACH) && CLAUSE_ENDS.indexOf(point.charAt(to)) < 0) {
            to++;
        }
        return point.substring(place, to);
    }

    /** What is before a place in the whole sentence. */
    String beforeInSentence(int place) {
        return point.substring(Math.max(start, place - REACH), place);
    }

    /** What follows a place in the whole sentence. */
    String afterInSentence(int place) {
        return point.substring(place, Math.min(end, place + REACH));
    }

    String text() {
        return point.substring(start, end);
    }

    boolean isShort(int most) {
        return end - start <= most;
    }
}

package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A sentence of a point, in small letters and with plain blanks; each pattern runs once over the whole point. */
final class Sentence {

    /** How far a clause is followed to either side, so that the check's time grows with the text's length alone. */
    private static final int REACH = 120;

    private static final int NEAR = 60;

    private static final String CLAUSE_ENDS = ",;:()";

    private final Point point;
    private final int start;
    private final int end;
    private final Optional<Sentence> previous;

    private Sentence(Point point, int start, int end, Optional<Sentence> previous) {
        this.point = point;
        this.start = start;
        this.end = end;
        this.previous = previous;
    }

    /** @param text of the whole point, as {@link #normalized} returns it */
    static List<Sentence> of(String text, String original) {
        Point point = new Point(text, new HashMap<>());
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (endsSentence(original, at)) {
                add(sentences, point, start, at + 1);
                start = at + 1;
            }
        }
        add(sentences, point, start, text.length());
        return sentences;
    }

    private static void add(List<Sentence> sentences, Point point, int start, int end) {
        if (start < end) {
            Optional<Sentence> previous =
                    sentences.isEmpty() ? Optional.empty() : Optional.of(sentences.get(sentences.size() - 1));
            // two back is never asked for, and a chain of all of them would be kept alive
            sentences.add(new Sentence(point, start, end, previous.map(Sentence::alone)));
        }
    }

    /** A point's text, and where in it each pattern matches. */
    private record Point(String text, Map<Pattern, List<Span>> matches) {

        boolean has(Pattern pattern, int from, int to) {
            List<Span> spans = matches.computeIfAbsent(pattern, this::spans);
            int low = 0;
            int high = spans.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (spans.get(middle).start() < from) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low < spans.size() && spans.get(low).end() <= to;
        }

        private List<Span> spans(Pattern pattern) {
            return pattern.matcher(text)
                    .results()
                    .map(match -> new Span(match.start(), match.end()))
                    .toList();
        }
    }

    private record Span(int start, int end) {}

    private Sentence alone() {
        return new Sentence(point, start, end, Optional.empty());
    }

    /** Small letters and plain blanks; each character keeps its position. */
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

    /** Whether something in the sentence matches. */
    boolean has(Pattern pattern) {
        return point.has(pattern, start, end);
    }

    /**
     * Whether something in the clause around a position matches, as far as {@value #REACH} characters to either side.
     */
    boolean clauseHas(Pattern pattern, int from, int to) {
        return point.has(pattern, startOfClause(from), endOfClause(to));
    }

    /** What is before a position in its clause. */
    String before(int position) {
        return point.text().substring(startOfClause(position), position);
    }

    /** What follows a position in its clause. */
    String after(int position) {
        return point.text().substring(position, endOfClause(position));
    }

    private int startOfClause(int position) {
        int from = position;
        while (from > Math.max(start, position - REACH) && !isClauseEnd(from - 1)) {
            from--;
        }
        return from;
    }

    private int endOfClause(int position) {
        int to = position;
        while (to < Math.min(end, position + REACH) && !isClauseEnd(to)) {
            to++;
        }
        return to;
    }

    private boolean isClauseEnd(int at) {
        return CLAUSE_ENDS.indexOf(point.text().charAt(at)) >= 0;
    }

    /** The words right before a position in the sentence. */
    String nearBefore(int position) {
        return point.text().substring(Math.max(start, position - NEAR), position);
    }

    /** The words right after a position in the sentence. */
    String nearAfter(int position) {
        return point.text().substring(position, Math.max(position, Math.min(end, position + NEAR)));
    }

    String text() {
        return point.text().substring(start, end);
    }

    boolean isShort(int most) {
        return end - start <= most;
    }
}

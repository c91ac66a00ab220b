package org.careunit.terms.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Range;
import org.careunit.api.terms.TermsFinding.Rule;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsFinding.Words;
import org.careunit.api.terms.TermsPoint;

/** The parsed text of a point, shared by all rules: its words, sentences, amounts and links. */
final class Passage {

    private static final Pattern LINK = Pattern.compile("\\b(?:(?:https?|ftp)://|www\\.)[^\\s<>]++");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]++");

    private final TermsPoint point;
    private final String lower;
    private final List<Token> tokens;
    private final List<Sentence> sentences;
    private final List<Amount> amounts;
    private final List<Range> links;
    private final Map<Integer, String> written = new HashMap<>();

    Passage(TermsPoint point) {
        this.point = point;
        lower = Sentence.normalized(point.text());
        tokens = Token.of(lower);
        sentences = Sentence.of(lower, point.text());
        amounts = Amount.in(tokens);
        links = LINK.matcher(lower)
                .results()
                .map(link -> new Range(point.id(), link.start(), link.end()))
                .toList();
    }

    String text() {
        return point.text();
    }

    /** The text in small letters and with plain blanks; each character keeps its position. */
    String lower() {
        return lower;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** The index of the token that begins at a position, or of the first behind it. */
    int tokenAt(int position) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<Amount> amounts() {
        return amounts;
    }

    /** The sentence around a position. */
    Sentence sentence(int at) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sentences.get(low);
    }

    boolean isInLink(int at) {
        return links.stream().anyMatch(link -> link.start() <= at && at < link.end());
    }

    TermsFinding found(Rule rule, Severity severity, int start, int end, String text, String suggestion) {
        Range range = new Range(point.id(), start, end);
        Words words = new Words(written(start, end), sentenceAt(start));
        return new TermsFinding(
                rule, severity, Optional.of(range), text, suggestion, Optional.of(words), Optional.empty());
    }

    /** Each sentence is cut out once, so that many findings in a long one cost nothing more. */
    private String sentenceAt(int position) {
        Sentence around = sentence(position);
        return written.computeIfAbsent(around.start(), start -> written(start, around.end()));
    }

    /** What is written between two places, with one blank for many and none at either end. */
    private String written(int start, int end) {
        return BLANKS.matcher(text().substring(start, end)).replaceAll(" ").strip();
    }

    /** What is written between two places, with one blank for many. */
    String quoted(int start, int end) {
        String beginning = text().substring(start, Math.min(end, start + 60)).replaceAll("\\s+", " ");
        return end > start + 60 ? beginning + "…" : beginning;
    }
}

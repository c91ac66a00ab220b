package org.careunit.terms.internal.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Place;
import org.careunit.api.terms.TermsFinding.Rule;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;

/** A point's text, read once for all rules: its words, its sentences, the amounts in it and its links. */
final class Passage {

    private static final Pattern LINK = Pattern.compile("\\b(?:(?:https?|ftp)://|www\\.)[^\\s<>]++");

    private final TermsPoint point;
    private final String lower;
    private final List<Token> tokens;
    private final List<Sentence> sentences;
    private final List<Amount> amounts;
    private final List<Place> links;

    Passage(TermsPoint point) {
        this.point = point;
        lower = Sentence.normalized(point.text());
        tokens = Token.of(lower);
        sentences = Sentence.of(lower, point.text());
        amounts = Amount.in(tokens);
        links = LINK.matcher(lower)
                .results()
                .map(link -> new Place(point.id(), link.start(), link.end()))
                .toList();
    }

    String text() {
        return point.text();
    }

    /** The text in small letters and with plain blanks; each character keeps its place. */
    String lower() {
        return lower;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** The index of the token that begins at a place, or of the first behind it. */
    int tokenAt(int place) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < place) {
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

    /** The sentence around a place. */
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
        return new TermsFinding(rule, severity, Optional.of(new Place(point.id(), start, end)), text, suggestion);
    }

    /** What is written between two places, with one blank for many. */
    String quoted(int start, int end) {
        String written = text().substring(start, Math.min(end, start + 60)).replaceAll("\\s+", " ");
        return end > start + 60 ? written + "…" : written;
    }
}

package org.careunit.terms.internal.check;

import java.util.Optional;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Place;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;

/** A point's text, with its sentences. */
record Passage(TermsPoint point) {

    String text() {
        return point.text();
    }

    /** The sentence around a place; a full stop ends one only where the next begins with a capital. */
    String sentence(int at) {
        int start = at;
        while (start > 0 && !endsSentence(start - 1)) {
            start--;
        }
        int end = at;
        while (end < text().length() && !endsSentence(end)) {
            end++;
        }
        return text().substring(start, end);
    }

    private boolean endsSentence(int place) {
        char sign = text().charAt(place);
        if (sign == '\n') {
            return true;
        }
        return ".!?".indexOf(sign) >= 0 && (sign != '.' || capitalFollows(place + 1));
    }

    private boolean capitalFollows(int place) {
        int next = place;
        while (next < text().length() && Character.isWhitespace(text().charAt(next))) {
            next++;
        }
        return next == text().length() || (next > place && Character.isUpperCase(text().charAt(next)));
    }

    TermsFinding found(Severity severity, int start, int end, String text, String suggestion) {
        return new TermsFinding(severity, Optional.of(new Place(point.id(), start, end)), text, suggestion);
    }
}

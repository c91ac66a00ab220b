package org.careunit.api.terms;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.ProblemCode;

/**
 * A finding of the terms check.
 *
 * @param rule which rule found it; never null
 * @param severity never null
 * @param range where; empty if it concerns the terms as a whole
 * @param text what is wrong, in Swedish; never null
 * @param suggestion what to do, in Swedish; never null
 * @param words the words it is about; empty where it concerns the terms as a whole, or more than one thing
 * @param intended the mark as intended, which makes it a note; empty if there is none
 */
public record TermsFinding(
        Rule rule,
        Severity severity,
        Optional<Range> range,
        String text,
        String suggestion,
        Optional<Words> words,
        Optional<IntendedFinding> intended) {
    /** A finding without words of its own and without a mark. */
    public TermsFinding(Rule rule, Severity severity, Optional<Range> range, String text, String suggestion) {
        this(rule, severity, range, text, suggestion, Optional.empty(), Optional.empty());
    }

    /** The same finding, marked as intended: a note. */
    public TermsFinding answered(IntendedFinding by) {
        return new TermsFinding(rule, Severity.NOTE, range, text, suggestion, words, Optional.of(by));
    }

    /** The finding as data: its path is the id of the point, where it is about one. */
    public Problem problem() {
        String where = range.map(at -> "punkt " + at.point() + ": ").orElse("");
        return rule.at(range.map(Range::point).orElse("")).withSwedish(where + text + ". " + suggestion + ".");
    }

    /** The rules of the check, each with a code that does not change. */
    public enum Rule implements ProblemCode {
        /** Something is left to fill in. */
        PLACEHOLDER("terms.placeholder", "Något är inte ifyllt", "Something is left to fill in"),
        /** A single X, which may be a placeholder. */
        LONE_X("terms.lone-x", "Ett ensamt X kan vara en platshållare", "A single X may be a placeholder"),
        /** The promised days are not the handling time. */
        PROMISED_DAYS(
                "terms.promised-days",
                "Antalet dagar i löftet stämmer inte med handläggningstiden",
                "The promised days are not the handling time"),
        /** The days of the first reply are not the type's first-reply promise. */
        FIRST_REPLY(
                "terms.first-reply",
                "Antalet dagar till ett första svar stämmer inte med det som ärendetypen lovar",
                "The days to the first reply are not what the type promises"),
        /** A promise in days that does not say whether Saturdays, Sundays and holidays count. */
        VAGUE_DAYS(
                "terms.vague-days",
                "Löftet säger inte vilka dagar som räknas",
                "The promise does not say which days count"),
        /** The cancel limit is not the region's. */
        CANCEL_LIMIT(
                "terms.cancel-limit",
                "Avbokningsgränsen är en annan än regionens",
                "The cancel limit is not the region's"),
        /** A name that is not used any more. */
        OUTDATED_NAME("terms.outdated-name", "Ett namn som inte används längre", "A name that is not used any more"),
        /** Proxies act for children under another age. */
        PROXY_AGE(
                "terms.proxy-age",
                "Åldersgränsen för ombud är inte 13 år",
                "Proxies act for children under another age"),
        /** An e-mail address. */
        EMAIL_ADDRESS("terms.email-address", "En e-postadress i texten", "An e-mail address in the text"),
        /** A link without encryption. */
        INSECURE_LINK("terms.insecure-link", "En länk utan kryptering", "A link without encryption"),
        /** Too few points. */
        TOO_FEW_POINTS("terms.too-few-points", "För få punkter", "Too few points"),
        /** Staff are reminded at another time than the longest handling time. */
        STAFF_REMINDER(
                "terms.staff-reminder",
                "Påminnelsen skiljer sig från den längsta handläggningstiden",
                "Staff are reminded at another time than the longest handling time"),
        /** A point has more findings than the check lists. */
        MORE("terms.more", "Fler anmärkningar än de som visas", "More findings than are listed"),
        /** Nothing is published. */
        NO_TERMS("terms.none", "Inget är publicerat", "Nothing is published");

        private final String code;
        private final String swedish;
        private final String english;

        Rule(String code, String swedish, String english) {
            this.code = code;
            this.swedish = swedish;
            this.english = english;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String swedish() {
            return swedish;
        }

        @Override
        public String english() {
            return english;
        }
    }

    /** How bad it is. */
    public enum Severity {
        /** It cannot be shown to residents: nothing is published with it, and the case type is not offered. */
        ERROR,
        /** It is probably wrong. */
        WARNING,
        /** Somebody should know it. */
        NOTE
    }

    /**
     * A stretch of a point's text.
     *
     * @param point the id of the point; never null
     * @param start the index of its first {@code char}, from 0
     * @param end the index after its last
     */
    public record Range(String point, int start, int end) {
        public Range {
            Objects.requireNonNull(point, "point");
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("A stretch of text has a length: " + start + " to " + end);
            }
        }
    }

    /**
     * The words that a finding is about, by which an answer to it is recognised later.
     *
     * @param found what is written there, with one blank for many; never null
     * @param sentence the sentence around it, likewise; never null
     */
    public record Words(String found, String sentence) {
        public Words {
            Objects.requireNonNull(found, "found");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    public TermsFinding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(suggestion, "suggestion");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(intended, "intended");
    }

    public TermsFinding withRule(Rule rule) {
        return new TermsFinding(rule, severity, range, text, suggestion, words, intended);
    }

    public TermsFinding withSeverity(Severity severity) {
        return new TermsFinding(rule, severity, range, text, suggestion, words, intended);
    }

    public TermsFinding withRange(Optional<Range> range) {
        return new TermsFinding(rule, severity, range, text, suggestion, words, intended);
    }

    public TermsFinding withText(String text) {
        return new TermsFinding(rule, severity, range, text, suggestion, words, intended);
    }

    public TermsFinding withSuggestion(String suggestion) {
        return new TermsFinding(rule, severity, range, text, suggestion, words, intended);
    }

    public TermsFinding withWords(Optional<Words> words) {
        return new TermsFinding(rule, severity, range, text, suggestion, words, intended);
    }

    public TermsFinding withIntended(Optional<IntendedFinding> intended) {
        return new TermsFinding(rule, severity, range, text, suggestion, words, intended);
    }
}

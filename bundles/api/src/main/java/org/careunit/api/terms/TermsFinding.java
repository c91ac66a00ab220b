package org.careunit.api.terms;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that the check has found in terms.
 *
 * @param rule which rule found it; never null
 * @param severity never null
 * @param place where; empty if it concerns the terms as a whole
 * @param text what is wrong, in Swedish; never null
 * @param suggestion what to do, in Swedish; never null
 * @param words the words it is about; empty where it concerns the terms as a whole, or more than one thing
 * @param meant who said that it is meant, and when; it is a note then; empty if nobody has
 */
public record TermsFinding(
        Rule rule,
        Severity severity,
        Optional<Place> place,
        String text,
        String suggestion,
        Optional<Words> words,
        Optional<MeantFinding> meant) {

    /** A finding without words of its own, which nobody has answered. */
    public TermsFinding(Rule rule, Severity severity, Optional<Place> place, String text, String suggestion) {
        this(rule, severity, place, text, suggestion, Optional.empty(), Optional.empty());
    }

    /** The same finding, answered: a note. */
    public TermsFinding answered(MeantFinding by) {
        return new TermsFinding(rule, Severity.NOTE, place, text, suggestion, words, Optional.of(by));
    }

    /** The rules of the check, each with a code that does not change. */
    public enum Rule {
        /** Something is left to fill in. */
        PLACEHOLDER("terms.placeholder"),
        /** A single X, which may be a placeholder. */
        LONE_X("terms.lone-x"),
        /** The promised days are not the handling time. */
        PROMISED_DAYS("terms.promised-days"),
        /** The days of the first reply are not the type's first-reply promise. */
        FIRST_REPLY("terms.first-reply"),
        /** A promise in days that does not say whether Saturdays, Sundays and holidays count. */
        VAGUE_DAYS("terms.vague-days"),
        /** The cancel limit is not the region's. */
        CANCEL_LIMIT("terms.cancel-limit"),
        /** A name that is not used any more. */
        OUTDATED_NAME("terms.outdated-name"),
        /** Proxies act for children under another age. */
        PROXY_AGE("terms.proxy-age"),
        /** An e-mail address. */
        EMAIL_ADDRESS("terms.email-address"),
        /** A link without encryption. */
        INSECURE_LINK("terms.insecure-link"),
        /** Too few points. */
        TOO_FEW_POINTS("terms.too-few-points"),
        /** Staff are reminded at another time than the longest handling time. */
        STAFF_REMINDER("terms.staff-reminder"),
        /** A point has more findings than the check lists. */
        MORE("terms.more"),
        /** Nothing is published. */
        NO_TERMS("terms.none");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        /** For programs and manuals, for example {@code terms.placeholder}. */
        public String code() {
            return code;
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
    public record Place(String point, int start, int end) {
        public Place {
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
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(suggestion, "suggestion");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(meant, "meant");
    }
}

package org.careunit.api.terms;

import java.time.Instant;
import java.util.Objects;
import org.careunit.api.terms.TermsFinding.Rule;

/**
 * Marks a finding of the terms check as intended. It applies to every finding of the same rule in the same words of the
 * same point, until the sentence around them changes.
 *
 * @param rule which rule found it; never null
 * @param point the id of the point; never null
 * @param found what is written there; never null
 * @param sentence the sentence around it; never null
 * @param actor the label of the one who said so; never null
 * @param at when; never null
 */
public record IntendedFinding(Rule rule, String point, String found, String sentence, String actor, Instant at) {
    public IntendedFinding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }

    public IntendedFinding withRule(Rule rule) {
        return new IntendedFinding(rule, point, found, sentence, actor, at);
    }

    public IntendedFinding withPoint(String point) {
        return new IntendedFinding(rule, point, found, sentence, actor, at);
    }

    public IntendedFinding withFound(String found) {
        return new IntendedFinding(rule, point, found, sentence, actor, at);
    }

    public IntendedFinding withSentence(String sentence) {
        return new IntendedFinding(rule, point, found, sentence, actor, at);
    }

    public IntendedFinding withActor(String actor) {
        return new IntendedFinding(rule, point, found, sentence, actor, at);
    }

    public IntendedFinding withAt(Instant at) {
        return new IntendedFinding(rule, point, found, sentence, actor, at);
    }
}

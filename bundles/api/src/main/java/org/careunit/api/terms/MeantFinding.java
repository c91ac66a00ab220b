package org.careunit.api.terms;

import java.time.Instant;
import java.util.Objects;
import org.careunit.api.terms.TermsFinding.Rule;

/**
 * Says that what the check has found in terms is meant as it is written. It answers every finding of the same rule in
 * the same words of the same point, until the sentence around them changes.
 *
 * @param rule which rule found it; never null
 * @param point the id of the point; never null
 * @param found what is written there; never null
 * @param sentence the sentence around it; never null
 * @param actor the label of the one who said so; never null
 * @param at when; never null
 */
public record MeantFinding(Rule rule, String point, String found, String sentence, String actor, Instant at) {
    public MeantFinding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }

    public MeantFinding withRule(Rule rule) {
        return new MeantFinding(rule, point, found, sentence, actor, at);
    }

    public MeantFinding withPoint(String point) {
        return new MeantFinding(rule, point, found, sentence, actor, at);
    }

    public MeantFinding withFound(String found) {
        return new MeantFinding(rule, point, found, sentence, actor, at);
    }

    public MeantFinding withSentence(String sentence) {
        return new MeantFinding(rule, point, found, sentence, actor, at);
    }

    public MeantFinding withActor(String actor) {
        return new MeantFinding(rule, point, found, sentence, actor, at);
    }

    public MeantFinding withAt(Instant at) {
        return new MeantFinding(rule, point, found, sentence, actor, at);
    }
}

package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/** Finds ages of children whom somebody acts for that are not 13, where a proxy is spoken of. */
final class ProxyAge implements TextRule {

    private static final int AGE = 13;
    private static final Pattern PROXY = WordPattern.of("‹ombud|‹företräd"
            + "|(?:vårdnadshavar|föräld)\\p{L}*[^.!?\\n]{0,60}‹(?:läs|skick|skriv|logg|använd|sköt|gör|göra"
            + "|hanter|se|ser|boka|begär|sök)"
            + "\\p{L}*[^.!?\\n]{0,40}(?:ärende|barn|e-tjänst|åt )"
            + "|‹(?:ärende\\p{L}*|tjänst\\p{L}*) (?:för|åt) (?:ditt|sitt|ert|mitt|dina|sina) barn"
            + "|‹barns? (?:ärende|meddelande|journal|e-tjänst)");

    /** The child is with somebody, which has nothing to do with the e-services. */
    private static final Pattern ACCOMPANIED =
            WordPattern.of("med sig|följ\\p{L}* med|komma utan|i sällskap|på besöket|till besöket|ha med");

    /** How old the proxy is. */
    private static final Pattern OWN_AGE =
            WordPattern.of("‹(?:ombud\\p{L}*|du|vårdnadshavare\\p{L}*|förälder|den) (?:\\p{L}{1,20} ){0,3}?(?:måste|ska"
                    + "|behöver|bör|skall)(?: \\p{L}{1,20}){0,4} $");

    /** Whom nobody is a proxy for because of their age. */
    private static final Pattern ADULT = WordPattern.of("‹vuxna›|‹vuxen›|‹närstående|‹anhörig");

    private static final Pattern CHILD = WordPattern.of("‹barn|‹son|‹dotter|‹de›|‹det›");
    private static final Pattern UP_TO_TWELVE =
            WordPattern.of("(?:till och med|t\\.? ?o\\.? ?m\\.?|upp till|är högst|högst|över|äldre än|fyllt) $");
    private static final Pattern OR_YOUNGER = WordPattern.of("^ ?(?:eller|och) (?:yngre|därunder|under)›|^ och nedåt");

    /** After these a year is a time. */
    private static final Set<String> DURATION =
            Set.of("i", "efter", "om", "varje", "per", "sedan", "senaste", "minst", "inom", "nästa", "samma");

    private static final Set<String> TURNS = Set.of("fyller", "fyllt", "fylla", "fylls");

    private static final Set<String> AGE_FOLLOWS = Set.of("under", "över", "till", "än", "blir", "blivit", "är");

    /** Before an age without the word år, as in "barn under 18", "tills barnet blir 15". */
    private static final Pattern BEFORE_AGE =
            WordPattern.of("‹barn\\p{L}* (?:som är |är )?(?:under|över|upp till|fram till|yngre än|äldre än|till) $"
                    + "|‹(?:barn\\p{L}*|han|hon|hen|det|de) (?:blir|har blivit) $"
                    + "|‹(?:tills|till dess att|innan|till dess) (?:ditt |ert |dina |era )?"
                    + "(?:barn\\p{L}*|son\\p{L}*|dotter\\p{L}*|han|hon|hen|det|de) är $");

    /** After an age without the word år: nothing that is counted. */
    private static final Pattern AFTER_AGE =
            WordPattern.of("^(?:[.,;:!?)]| (?:kan|får|ska|loggar|ser|är|måste|behöver|och|eller|som|i|hos|via|på)›|$)");

    private static final int OLDEST_CHILD = 21;

    @Override
    public List<TermsFinding> find(Passage passage, CheckContext expected) {
        List<TermsFinding> found = new ArrayList<>();
        for (Amount amount : passage.amounts()) {
            if (amount.unit() == Amount.Unit.YEAR && !isDuration(passage, amount)) {
                Age age = new Age(amount.start(), amount.end(), amount.low(), amount.high());
                add(found, passage, age);
            }
        }
        for (int at = 0; at + 1 < passage.tokens().size(); at++) {
            if (TURNS.contains(passage.tokens().get(at).text()) || isBetweenAgeWords(passage, at + 1)) {
                bareAge(passage, at + 1).ifPresent(age -> add(found, passage, age));
            }
        }
        return found;
    }

    private static boolean isBetweenAgeWords(Passage passage, int at) {
        Token token = passage.tokens().get(at);
        if (!AGE_FOLLOWS.contains(passage.tokens().get(at - 1).text())
                || SwedishNumbers.value(token).isEmpty()) {
            return false;
        }
        Sentence sentence = passage.sentence(token.start());
        return BEFORE_AGE.matcher(sentence.nearBefore(token.start())).find()
                && AFTER_AGE.matcher(sentence.nearAfter(token.end())).find();
    }

    /** "Tills barnet fyller sexton", without the word år. */
    private static java.util.Optional<Age> bareAge(Passage passage, int at) {
        Token token = passage.tokens().get(at);
        OptionalDouble number = SwedishNumbers.value(token);
        boolean isAmount = passage.amounts().stream().anyMatch(amount -> amount.first() <= at && at <= amount.last());
        if (number.isEmpty() || isAmount || number.getAsDouble() < 2) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(new Age(token.start(), token.end(), number.getAsDouble(), number.getAsDouble()));
    }

    private static void add(List<TermsFinding> found, Passage passage, Age age) {
        Sentence sentence = passage.sentence(age.start());
        if (age.high() <= OLDEST_CHILD
                && !isRight(sentence, age)
                && sentence.has(PROXY)
                && !sentence.has(ACCOMPANIED)
                && !sentence.clauseHas(ADULT, age.start(), age.end())
                && !isOwnAge(sentence, age)) {
            found.add(passage.found(
                    TermsFinding.Rule.PROXY_AGE,
                    Severity.WARNING,
                    age.start(),
                    age.end(),
                    "Vårdnadshavare kan vara ombud för barn som inte har fyllt " + AGE + " år",
                    "Skriv " + AGE + " år"));
        }
    }

    private static boolean isOwnAge(Sentence sentence, Age age) {
        String before = sentence.before(age.start());
        return OWN_AGE.matcher(before).find() && !CHILD.matcher(before).find();
    }

    private static boolean isDuration(Passage passage, Amount amount) {
        if (amount.vague() || amount.high() == 0) {
            return true;
        }
        if (amount.first() == 0) {
            return false;
        }
        String before = passage.tokens().get(amount.first() - 1).text();
        return DURATION.contains(before) || (amount.high() <= 1 && !before.equals("under"));
    }

    private static boolean isRight(Sentence sentence, Age age) {
        if (age.low() == AGE || age.high() == AGE) {
            return true;
        }
        return age.high() == AGE - 1
                && (age.low() < age.high()
                        || UP_TO_TWELVE.matcher(sentence.before(age.start())).find()
                        || OR_YOUNGER.matcher(sentence.after(age.end())).find());
    }

    private record Age(int start, int end, double low, double high) {}
}

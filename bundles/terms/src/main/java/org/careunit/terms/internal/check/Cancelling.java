package org.careunit.terms.internal.check;

import java.util.regex.Pattern;

/** Detects whether an amount is a time limit for cancelling a visit; such an amount is no promise of an answer. */
final class Cancelling {

    private static final Pattern CANCEL =
            WordPattern.of("avbok|ombok|‹om- och avbok|återbud|boka (?:av|om)›|förhinder|utebli"
                    + "|‹(?:ändra|flytta|ställa in|ställ in|ändrar|flyttar) (?:på )?(?:din|ditt|en|er|den"
                    + "|besöks|bokad|bokade|ert)"
                    + " ?(?:bokad |bokade )?(?:tid|besök)"
                    + "|‹byt(?:a|er)? (?:på )?(?:din |en |er |den )?(?:bokad |bokade )?(?:tid(?:en)?|besök(?:et)?)›");

    private static final Pattern TELL =
            WordPattern.of("‹säga? till›|‹meddela›|‹höra? av dig›|‹låta? oss veta›|‹få veta›|‹lämna besked›"
                    + "|‹(?:ring|ringa|kontakta) oss›|‹kan inte komma›|‹kan du inte komma›|‹kommer inte›|‹förhindrad");

    private static final Pattern CANNOT_COME =
            WordPattern.of("‹kan (?:du |ni )?inte komma›|förhind|‹får (?:du |ni )?förhinder›");

    private static final Pattern VISIT = WordPattern.of("besök|‹tid(?:en)?›|förhinder|‹komma›|avgift|‹bokad");

    private static final Pattern OTHER_NEED = WordPattern.of(
            "‹tolk|medicin|läkemed|recept|‹prov|sjukresa|påminn|fasta|‹vaccin|feber|symtom|magsjuk|förkyl");

    private static final Pattern BEFORE =
            WordPattern.of("^[ )]*(?:\\([^()]{0,20}\\) ?)?(?:före|innan|i förväg|dessförinnan|varsel)›");

    private static final Pattern AT_LATEST = WordPattern.of(
            "(?:‹senast|‹minst|‹tidigare än|‹senare än|‹mindre än|‹fram till|‹inom)(?: (?:cirka|ca))?[ (]*$");

    private static final Pattern LASTS = WordPattern.of("^ ?(?:om dygnet|per|sedan|efter)›");

    private Cancelling() {}

    static boolean isLimit(Passage passage, Amount amount) {
        return switch (amount.unit()) {
            case HOUR, DAY, WORKING_DAY, WEEK -> !amount.vague() && isLimit(passage.sentence(amount.start()), amount);
            default -> false;
        };
    }

    /** Whether a sentence speaks of cancelling, or goes on with what the one before it says of that. */
    static boolean speaksOfCancelling(Sentence sentence) {
        return sentence.has(CANCEL)
                || (sentence.has(TELL)
                        && !sentence.has(OTHER_NEED)
                        && (sentence.has(VISIT) || follows(sentence, CANNOT_COME)))
                || (sentence.has(VISIT) && !sentence.has(OTHER_NEED) && follows(sentence, CANCEL));
    }

    private static boolean follows(Sentence sentence, Pattern pattern) {
        return sentence.previous().filter(before -> before.has(pattern)).isPresent();
    }

    private static boolean isLimit(Sentence sentence, Amount amount) {
        if (!speaksOfCancelling(sentence)) {
            return false;
        }
        String before = sentence.nearBefore(amount.start());
        String after = sentence.nearAfter(amount.end());
        if (LASTS.matcher(after).find() || sentence.clauseHas(OTHER_NEED, amount.start(), amount.end())) {
            return false;
        }
        boolean beforeVisit = BEFORE.matcher(after).find();
        boolean latest = AT_LATEST.matcher(before).find();
        return beforeVisit || (latest && (amount.unit() == Amount.Unit.HOUR || !before.endsWith("inom ")));
    }
}

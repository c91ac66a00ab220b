package org.careunit.terms.internal.check;

import java.util.regex.Pattern;

/** Tells whether an amount says until when a visit may be cancelled; such an amount is no promise of an answer. */
final class Cancelling {

    private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern CANCEL = Pattern.compile(
            "avbok|ombok|\\bom- och avbok|återbud|boka (?:av|om)\\b|förhinder|utebli"
                    + "|\\b(?:ändra|flytta|ställa in|ställ in|ändrar|flyttar) (?:på )?(?:din|ditt|en|er|den|besöks|bokad|bokade|ert)"
                    + " ?(?:bokad |bokade )?(?:tid|besök)",
            FLAGS);

    private static final Pattern TELL = Pattern.compile(
            "\\bsäga? till\\b|\\bmeddela\\b|\\bhöra? av dig\\b|\\blåta? oss veta\\b|\\bfå veta\\b|\\blämna besked\\b"
                    + "|\\b(?:ring|ringa|kontakta) oss\\b|\\bkan inte komma\\b|\\bkan du inte komma\\b|\\bkommer inte\\b|\\bförhindrad",
            FLAGS);

    private static final Pattern VISIT = Pattern.compile("besök|\\btid(?:en)?\\b|förhinder|\\bkomma\\b|avgift|\\bbokad", FLAGS);

    private static final Pattern OTHER_NEED = Pattern.compile(
            "\\btolk|medicin|läkemed|recept|\\bprov|sjukresa|påminn|fasta|\\bvaccin|feber|symtom|magsjuk|förkyl", FLAGS);

    private static final Pattern BEFORE =
            Pattern.compile("^[ )]*(?:\\([^()]{0,20}\\) ?)?(?:före|innan|i förväg|dessförinnan|varsel)\\b", FLAGS);

    private static final Pattern AT_LATEST = Pattern.compile(
            "(?:\\bsenast|\\bminst|\\btidigare än|\\bsenare än|\\bmindre än|\\bfram till|\\binom)(?: (?:cirka|ca))?[ (]*$", FLAGS);

    private static final Pattern LASTS = Pattern.compile("^ ?(?:om dygnet|per|sedan|efter)\\b", FLAGS);

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
                || (sentence.has(TELL) && sentence.has(VISIT) && !sentence.has(OTHER_NEED))
                || (sentence.has(VISIT)
                        && !sentence.has(OTHER_NEED)
                        && sentence.previous().filter(before -> before.has(CANCEL)).isPresent());
    }

    private static boolean isLimit(Sentence sentence, Amount amount) {
        if (!speaksOfCancelling(sentence)) {
            return false;
        }
        String before = sentence.before(amount.start());
        String after = sentence.afterInSentence(amount.end());
        if (LASTS.matcher(after).find() || OTHER_NEED.matcher(sentence.clause(amount.start(), amount.end())).find()) {
            return false;
        }
        boolean beforeVisit = BEFORE.matcher(after).find();
        boolean latest = AT_LATEST.matcher(sentence.beforeInSentence(amount.start())).find();
        return beforeVisit || (latest && (amount.unit() == Amount.Unit.HOUR || !before.endsWith("inom ")));
    }
}

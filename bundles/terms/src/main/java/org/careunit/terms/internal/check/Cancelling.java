package org.careunit.terms.internal.check;

import java.util.regex.Pattern;

/** Tells when a sentence says until when a visit may be cancelled: such a number is no promise of an answer. */
final class Cancelling {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern WORD = Pattern.compile("avbok|ombok|återbud|boka\\s+(?:av|om)", FLAGS);
    private static final Pattern LIMIT = Pattern.compile("senast|före|innan", FLAGS);

    private Cancelling() {}

    static boolean isLimit(Passage passage, Amount amount) {
        String sentence = passage.sentence(amount.start());
        return switch (amount.unit()) {
            case HOUR -> WORD.matcher(sentence).find();
            case DAY, WORKING_DAY -> WORD.matcher(sentence).find()
                    && LIMIT.matcher(sentence).find();
            default -> false;
        };
    }
}

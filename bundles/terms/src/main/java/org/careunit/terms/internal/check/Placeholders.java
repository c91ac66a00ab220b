package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;

/** What somebody has yet to replace: an X where a number or a name is to stand, and braces that nothing fills in. */
final class Placeholders implements Rule {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** XX, XXX XX XX, XX-kliniken; not XXI or MAXX. */
    private static final String SEVERAL =
            "[Xx]{2,}(?:[\\s\\h-][Xx]{2,})*(?!-(?:[Kk]romosom|[Ss]yndrom))(?:-\\p{L}[\\p{L}-]*)?";

    /** X by itself and X-kliniken; not X-ray, X-strålar or X-kromosom. */
    private static final String ONE =
            "(?<!-)X(?:-(?!ray|strål|kromosom|syndrom|bund|länk|röntgen|ben|form)\\p{Ll}[\\p{L}-]*|(?!-))";

    /** x arbetsdagar; not 2 x 500 mg. */
    private static final String SMALL =
            "(?<!\\d[\\s\\h])x(?=[\\s\\h]+(?:(?:handläggnings|arbets|var)?dag|dygn|veck|tim|månad|år))";

    private static final Pattern LEFT =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + SEVERAL + "|" + ONE + "|" + SMALL + ")(?![\\p{L}\\p{N}])");

    /** After these a lone X is a number. */
    private static final Pattern ROMAN_PLACE = Pattern.compile(
            "(?<![\\p{L}])(?:kapitel|kap\\.?|bilaga|\\p{L}*faktor|\\p{L}*nerv|stadium|klass|artikel|karl|fragilt?|(?:kollagen|glykogenos)[\\s\\h]+typ|århundradet|seklet|§)"
                    + "[\\s\\h]+$|(?<![\\p{L}])[IVXLCDM]+[\\s\\h]*(?:-|–|,|och|till)[\\s\\h]*$",
            FLAGS);

    private static final Pattern ROMAN = Pattern.compile("X{1,3}");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}\\n]{0,60}\\}");

    @Override
    public List<TermsFinding> find(Passage passage, Expected expected) {
        return find(passage, expected.handlingDays());
    }

    static List<TermsFinding> find(Passage passage, OptionalInt handlingDays) {
        List<TermsFinding> found = new ArrayList<>();
        for (Matcher left = LEFT.matcher(passage.text()); left.find(); ) {
            if (!isRoman(passage, left)) {
                found.add(passage.found(
                        Severity.ERROR,
                        left.start(),
                        left.end(),
                        "Platshållaren " + left.group().replaceAll("\\s", " ") + " är kvar",
                        "Ersätt den med det som gäller för mottagningen"));
            }
        }
        for (Matcher braces = BRACES.matcher(passage.text()); braces.find(); ) {
            if (!isFilledIn(braces.group(), handlingDays)) {
                found.add(passage.found(
                        Severity.ERROR,
                        braces.start(),
                        braces.end(),
                        braces.group() + " fylls inte i",
                        suggestion(braces.group())));
            }
        }
        return found;
    }

    private static boolean isRoman(Passage passage, Matcher left) {
        return ROMAN.matcher(left.group()).matches()
                && ROMAN_PLACE
                        .matcher(passage.text().substring(0, left.start()))
                        .find();
    }

    private static boolean isFilledIn(String braces, OptionalInt handlingDays) {
        return braces.equals(TermsPoint.UNIT_NAME)
                || (braces.equals(TermsPoint.HANDLING_DAYS) && handlingDays.isPresent());
    }

    private static String suggestion(String braces) {
        return braces.equals(TermsPoint.HANDLING_DAYS)
                ? "Ange ärendetypens handläggningstid"
                : "Ta bort den; det som fylls i är " + TermsPoint.UNIT_NAME + " och " + TermsPoint.HANDLING_DAYS;
    }
}

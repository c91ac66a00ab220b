package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;
import org.careunit.api.terms.TermsPoint;

/** Finds placeholders that are not filled in, and a single X, which may be one. */
final class Placeholders implements TextRule {

    /**
     * Two X or more, alone, in a telephone number or time of day, or before a word: XXX, 0XX-XX XX XX, XX:XX,
     * XX-kliniken.
     */
    private static final Pattern SEVERAL = Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\d{0,3}+(?:X{2,}+|x{2,}+)"
            + "(?:[ \\u00A0:./–-](?:X{1,}+|x{1,}+)(?![\\p{L}\\p{N}]"
            + "|-\\p{L}))*+(?:-\\p{L}[\\p{L}-]{0,40}+)?+(?![\\p{L}\\p{N}])"
            + "|X{2,}+\\p{Ll}{3,40}+)");

    /** Text with several X that is no placeholder: chromosomes, sizes. */
    private static final Pattern NO_PLACEHOLDER =
            Pattern.compile("(?i)X+-(?:kromosom|syndrom|large|small|individ|kön|män|kvinn|par).*|X+(?:large|small).*");

    /** ÅÅMMDD-XXXX says how to write a personal number. */
    private static final Pattern NUMBER_FORMAT = Pattern.compile("(?iu)(?:19|20)?[XÅÄYMD]{6,8}-?X{4}|X{4}");

    /** "Kromosomerna XX eller XY": beside XY it says which they are. */
    private static final Pattern CHROMOSOMES = WordPattern.of("‹x{1,2}y›");

    private static final Pattern BEFORE_FORMAT = Pattern.compile("(?iu)[\\dÅYMDX]{6,8}-$");

    /** A word without an article; what a resident fills in has one, or is a form. */
    private static final String SOMETHING = "(?!(?:enkät|formulär|blankett|\\p{L}*deklaration)[^\\p{L}])"
            + "\\p{L}{2,20}+(?<!(?:en|et|an|na|in|själv|noga|gärna|online|digitalt|först))";

    /** Forms that are always left to fill in. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<![\\p{L}\\p{N}-])(?:NN(?:-\\p{L}{2,40}+)?+|N N|N\\. ?N(?:\\."
                    + "|(?![\\p{L}\\p{N}])))(?![\\p{L}\\p{N}-])"),
            Pattern.compile("\\[(?!(?i: ?(?:at|@|snabel-?a|dot|punkt|x|\\d{1,3}) ?\\]))"
                    + "(?=[^\\[\\]\\n]{0,80}[\\p{L}._…])[^\\[\\]\\n]{1,80}+\\](?!\\()"),
            Pattern.compile("‹[^‹›\\n]{1,80}+›"),
            Pattern.compile("<{1,2}(?!(?i:/?(?:b|i|u|a|p|br|em|strong|ul|ol|li|h[1-6]|div|span|https?)\\b))"
                    + "\\p{L}[^<>@\\n]{0,80}+(?<! )>{1,2}"),
            Pattern.compile("_{3,}+|_(?: _){2,}+|(?<= )__(?= )|(?<![\\p{L}\\p{N}_])__ ?[:.–-] ?__(?![\\p{L}\\p{N}_])"
                    + "|(?<= )(?:\\.{3}|…)(?= (?:arbets|var|handläggnings)?dag|timm|veck|kr)"),
            Pattern.compile("(?i:lorem ipsum)|(?<![\\p{L}\\p{N}])(?:TODO|TBD)(?![\\p{L}\\p{N}])"
                    + "|(?<= )\\?{1,3}+(?= (?:arbets|var|handläggnings)?dag| timm| veck| kr)"),
            Pattern.compile("«\\p{L}[^«»\\n]{0,80}+»|([#%])\\p{L}[\\p{L} _-]{1,40}\\1(?![\\p{L}\\p{N}])"),
            Pattern.compile("\\.{5,}+|(?<=[ \\u00A0:\\n])\\.{4}+|…{2,}+"),
            Pattern.compile("(?i)\\((?:fyll|fylls) i(?: (?:här|mottagningen[^()\\n]{0,40}|klinikens[^()\\n]{0,40}"
                    + "|enhetens[^()\\n]{0,40}|ert? [^()\\n]{1,40}|era [^()\\n]{1,40}|tid|tider|telefon"
                    + "|telefonnummer|nummer|namn"
                    + "|adress|belopp|öppettider|antal[^()\\n]{0,30}"
                    + "|" + SOMETHING + "(?: (?:och|eller) " + SOMETHING + ")?))?[.:… ]{0,3}\\)"));

    private static final Pattern BRACES = Pattern.compile("\\{[^{}\\n]{0,60}+\\}");

    private static final int LOOK_BACK = 40;

    /** More than are listed, so that a text of only placeholders ends the search early. */
    static final int ENOUGH = 3 * TermsCheck.MOST;

    @Override
    public List<TermsFinding> find(Passage passage, CheckContext expected) {
        return find(passage, expected.handlingDays());
    }

    static List<TermsFinding> find(Passage passage, OptionalInt handlingDays) {
        List<TermsFinding> found = new ArrayList<>();
        several(passage, found);
        for (Pattern form : FORMS) {
            for (Matcher left = form.matcher(passage.text()); found.size() < ENOUGH && left.find(); ) {
                found.add(left(passage, left.start(), left.end()));
            }
        }
        SingleX.find(passage, found);
        for (Matcher braces = BRACES.matcher(passage.text()); found.size() < ENOUGH && braces.find(); ) {
            if (!isFilledIn(braces.group(), handlingDays)) {
                found.add(passage.found(
                        TermsFinding.Rule.PLACEHOLDER,
                        Severity.ERROR,
                        braces.start(),
                        braces.end(),
                        braces.group() + " fylls inte i",
                        suggestion(braces.group())));
            }
        }
        return outermost(passage, found);
    }

    private static void several(Passage passage, List<TermsFinding> found) {
        for (Matcher left = SEVERAL.matcher(passage.text()); found.size() < ENOUGH && left.find(); ) {
            if (!isOther(passage, left)) {
                found.add(left(passage, left.start(), left.end()));
            }
        }
    }

    private static boolean isOther(Passage passage, Matcher left) {
        String written = left.group();
        String before = passage.lower().substring(Math.max(0, left.start() - LOOK_BACK), left.start());
        boolean format = NUMBER_FORMAT.matcher(written).matches()
                && (written.length() > 6 || BEFORE_FORMAT.matcher(before).find());
        return format
                || RomanNumbers.isOne(passage, left.start(), left.end())
                || NO_PLACEHOLDER.matcher(written).matches()
                || (written.equals("XX") && passage.sentence(left.start()).has(CHROMOSOMES));
    }

    static TermsFinding left(Passage passage, int start, int end) {
        return passage.found(
                TermsFinding.Rule.PLACEHOLDER,
                Severity.ERROR,
                start,
                end,
                "Platshållaren " + passage.quoted(start, end) + " är kvar",
                "Ersätt den med det som gäller för mottagningen");
    }

    /** "[XX]" is one placeholder; what is in a link is none. */
    private static List<TermsFinding> outermost(Passage passage, List<TermsFinding> found) {
        found.sort(
                Comparator.<TermsFinding>comparingInt(finding -> range(finding).start())
                        .thenComparing(finding -> -range(finding).end()));
        List<TermsFinding> outer = new ArrayList<>();
        int end = 0;
        for (TermsFinding finding : found) {
            if (range(finding).start() >= end
                    && !passage.isInLink(range(finding).start())) {
                outer.add(finding);
                end = range(finding).end();
            }
        }
        return outer;
    }

    private static TermsFinding.Range range(TermsFinding finding) {
        return finding.range().orElseThrow();
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

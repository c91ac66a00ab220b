package org.careunit.terms.internal.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/**
 * Decides whether a single X is a placeholder: an error beside a unit of time or money, a name or a telephone number, a
 * warning elsewhere, and nothing where X is a letter, a Roman number, a mark or part of a name of something.
 */
final class SingleX {

    private static final Set<String> CARE_PLACES = Set.of(
            "kliniken",
            "mottagningen",
            "vårdcentralen",
            "sjukhuset",
            "enheten",
            "avdelningen",
            "centralen",
            "teamet",
            "klinikens",
            "mottagningens",
            "vårdcentralens",
            "sjukhusets",
            "stad",
            "kommun",
            "läkaren");

    private static final Set<String> UNITS = Set.of(
            "kr",
            "kronor",
            "krona",
            "sek",
            "antal",
            "dag",
            "dagar",
            "dagars",
            "dygn",
            "vecka",
            "veckor",
            "veckors",
            "timme",
            "timmar",
            "timmars",
            "tim",
            "minut",
            "minuter",
            "minuters",
            "min",
            "månad",
            "månader",
            "månaders",
            "år",
            "års",
            "h",
            "helgfria");

    /** Between the X and its unit. */
    private static final Set<String> BETWEEN =
            Set.of("antal", "st", "stycken", "hela", "helgfria", ":", "-", "–", "]", ")");

    /** Before the second letter of a range. */
    private static final Set<String> OR = Set.of("-", "–", "till", "eller");

    private static final Set<String> NUMBER_FOLLOWS = Set.of(
            "kl",
            "klockan",
            "tel",
            "tfn",
            "telefon",
            "telefonnummer",
            "telefonnumret",
            "mobil",
            "antal",
            "kostar",
            "avgift",
            "avgiften",
            "pris",
            "priset",
            "telefontid",
            "öppettid",
            "öppettider",
            "telefontider",
            "öppet",
            "fax");

    private static final Set<String> NAME_FOLLOWS = Set.of(
            "dr",
            "doktor",
            "läkare",
            "läkaren",
            "sjuksköterska",
            "sjuksköterskan",
            "överläkare",
            "verksamhetschef",
            "verksamhetschefen",
            "enhetschef",
            "enhetschefen",
            "heter",
            "ansvarig",
            "namn",
            "barnmorska",
            "kurator",
            "psykolog");

    private static final Set<String> SKIPPED =
            Set.of("är", ":", ".", "ca", "cirka", "till", "på", "oss", "högst", "max");

    private static final Set<String> ARTICLES = Set.of(
            "ett",
            "bokstaven",
            "tecknet",
            "symbolen",
            "litet",
            "stort",
            "rött",
            "svart",
            "krysset",
            "siffran",
            "versalt");

    private static final Set<String> THINGS = Set.of(
            "model",
            "modell",
            "galaxy",
            "windows",
            "malcolm",
            "generation",
            "os",
            "office",
            "pixel",
            "vitamin",
            "xbox",
            "space",
            "gen",
            "version",
            "planet",
            "axel",
            "kromosom",
            "kromosomen",
            "project",
            "projekt",
            "apparaten");

    private static final Pattern COUNT =
            WordPattern.of("‹antal(?:et)? (?:\\p{L}{1,20} ){0,4}(?:\\p{L}{1,20} ?:|är) ?$");

    private static final Pattern MIXED_CASE = Pattern.compile("\\p{Ll}\\p{Lu}");

    private static final int ROUND = 5;

    private SingleX() {}

    static void find(Passage passage, List<TermsFinding> found) {
        List<Token> tokens = passage.tokens();
        for (int at = 0; at < tokens.size() && found.size() < Placeholders.ENOUGH; at++) {
            if (tokens.get(at).is("x") && !isGlued(passage, tokens.get(at))) {
                judge(new Occurrence(passage, at), found);
            }
        }
    }

    /** A letter or digit right beside it makes it a part of another word. */
    private static boolean isGlued(Passage passage, Token token) {
        String text = passage.text();
        return (token.start() > 0 && Character.isLetterOrDigit(text.charAt(token.start() - 1)))
                || (token.end() < text.length() && Character.isLetterOrDigit(text.charAt(token.end())));
    }

    private static void judge(Occurrence spot, List<TermsFinding> found) {
        if (spot.isCareUnit()) {
            found.add(Placeholders.left(
                    spot.passage(), spot.token(0).start(), spot.token(2).end()));
        } else if (!spot.isPartOfSomething()) {
            if (spot.isBesideUnit()
                    || spot.isAfter(NUMBER_FOLLOWS)
                    || spot.isCount()
                    || (spot.isCapital() && spot.isAfter(NAME_FOLLOWS))) {
                found.add(Placeholders.left(
                        spot.passage(), spot.token(0).start(), spot.token(0).end()));
            } else if (spot.isCapital() && !spot.isRoman()) {
                found.add(warning(spot));
            }
        }
    }

    private static TermsFinding warning(Occurrence spot) {
        return spot.passage()
                .found(
                        TermsFinding.Rule.LONE_X,
                        Severity.WARNING,
                        spot.token(0).start(),
                        spot.token(0).end(),
                        "Ett ensamt X kan vara en platshållare som är kvar",
                        "Ersätt det, om det inte ska vara ett X");
    }

    /** An X among the words around it. */
    private record Occurrence(Passage passage, int at) {

        Token token(int offset) {
            int index = at + offset;
            return index < 0 || index >= passage.tokens().size()
                    ? new Token(Token.Kind.SIGN, "", 0, 0)
                    : passage.tokens().get(index);
        }

        boolean isCapital() {
            return passage.text().charAt(token(0).start()) == 'X';
        }

        /** X-kliniken. */
        boolean isCareUnit() {
            return isCapital() && isJoined(0, 1) && token(1).is("-") && CARE_PLACES.contains(token(2).text());
        }

        /** X-ray, fragilt-X, "X", 1 X 3, ett X, iPhone X. */
        boolean isPartOfSomething() {
            return isHyphenated()
                    || isQuoted()
                    || isTimes()
                    || ARTICLES.contains(token(-1).text())
                    || isProduct();
        }

        private boolean isHyphenated() {
            boolean after = token(1).is("-")
                    && isJoined(0, 1)
                    && !Set.of("x", "y", "antal").contains(token(2).text());
            boolean before = token(-1).is("-")
                    && isJoined(-1, 0)
                    && isJoined(-2, -1)
                    && token(-2).kind() == Token.Kind.WORD
                    && !token(-2).is("x");
            boolean number = token(2).kind() == Token.Kind.NUMBER;
            return (after && !number) || before;
        }

        private boolean isQuoted() {
            return "\"”“'’»«".contains(token(-1).text())
                    && !token(-1).text().isEmpty()
                    && "\"”“'’»«".contains(token(1).text())
                    && !token(1).text().isEmpty();
        }

        private boolean isTimes() {
            return token(-1).kind() == Token.Kind.NUMBER && !isJoined(-2, -1) && !UNITS.contains(token(1).text());
        }

        private boolean isProduct() {
            Token before = token(-1);
            return THINGS.contains(before.text())
                    || (before.kind() == Token.Kind.WORD
                            && MIXED_CASE
                                    .matcher(passage.text().substring(before.start(), before.end()))
                                    .find());
        }

        private boolean isJoined(int left, int right) {
            return token(left).end() > 0 && token(left).end() == token(right).start();
        }

        boolean isBesideUnit() {
            int next = 1;
            // "X–X kronor", "X antal arbetsdagar", "X till Y dagar"
            while (next < ROUND
                    && (BETWEEN.contains(token(next).text()) || token(next).is("x") || isOtherLetter(next))) {
                next++;
            }
            String unit = token(next).text();
            boolean follows =
                    UNITS.contains(unit) || unit.endsWith("dagar") || unit.endsWith("dag") || unit.equals("€");
            return (follows || token(next - 1).is("antal"))
                    && (isCapital() || token(-1).kind() != Token.Kind.NUMBER);
        }

        private boolean isOtherLetter(int next) {
            return (token(next).is("y") && OR.contains(token(next - 1).text()))
                    || (token(next + 1).is("y") && OR.contains(token(next).text()));
        }

        boolean isAfter(Set<String> words) {
            int before = -1;
            while (before > -ROUND
                    && (SKIPPED.contains(token(before).text())
                            || token(before).is("x")
                            || token(before).is("-")
                            || token(before).is("–")
                            || token(before).kind() == Token.Kind.NUMBER)) {
                before--;
            }
            return words.contains(token(before).text());
        }

        /** "Antal platser i gruppen: X". */
        boolean isCount() {
            return COUNT.matcher(passage.sentence(token(0).start()).nearBefore(token(0).start()))
                    .find();
        }

        boolean isRoman() {
            return RomanNumbers.isOne(passage, token(0).start(), token(0).end());
        }
    }
}

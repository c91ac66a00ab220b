package org.careunit.terms.internal.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Detects whether an amount of days in a sentence is a promise to answer, as in "vi svarar inom tre arbetsdagar". */
final class PromiseWords {

    /** The unit acts, or says how long it takes: whatever else the sentence speaks of, it promises. */
    private static final Pattern STRONG = WordPattern.of("‹(?:"
            + "(?<!du )(?<!ni )(?<!inte )(?<!‹vården )(?:svarar|besvarar|återkommer|återkopplar|kontaktar"
            + "|hanterar|handlägger"
            + "|förnyar|meddelar|expedierar|åtgärdar|ringer)›(?! du›| ni›)"
            + "|(?:besvaras|handläggs|hanteras|expedieras)›"
            + "|(?<!kan )förnyas›"
            + "|(?:behandla|bedöm|granska)(?:r|er|ar|s|as)? (?:vi )?(?:din|ditt|dina|alla|ert) (?:ärende"
            + "|begäran|fråga|frågor"
            + "|förfrågan|meddelande|beställning|ansökan|anmälan|önskemål|synpunkter|recept|remiss|egenremiss"
            + "|egenanmälan|vårdbegäran|hälsodeklaration)"
            + "|(?:ärende|begäran|fråga|förfrågan|meddelande|beställning|ansökan|anmälan|remiss)\\p{L}{0,4}"
            + " (?:behandlas|bedöms|granskas)›"
            + "|höra?(?: vi| du)?(?: \\p{L}{1,12})? (?:av|från) (?:oss|mottagningen|kliniken|vårdcentralen|enheten)›"
            + "|höra?(?: \\p{L}{1,14})? av sig›"
            + "|handläggning(?:en)?›"
            + "|får (?:du )?(?:\\p{L}{1,12} ){0,2}(?:svar|besked|beslut)›"
            + "|får (?:du )?(?:ett )?(?:meddelande|mejl|sms|brev) (?:av|från) (?:oss|mottagningen|kliniken"
            + "|vårdcentralen|enheten)›"
            + "|(?:bli|blir) (?:du )?(?:kontaktad|uppringd)›"
            + "|(?:för)?vänta (?:dig|er) (?:\\p{L}{1,12} ){0,2}(?:svar|besked|beslut)›"
            + "|(?:är|blir) (?:klart|besvarat|handlagt)›(?=[^.!?\\n]{0,60}ärende)"
            + "|ärende\\p{L}{0,3} (?:är|blir) (?:klart|färdigt|besvarat)"
            + "|tar (?:vi )?(?:kontakt|hand)›|tas om hand›"
            + "|(?:tittar på|går igenom) (?:vi )?(?:din|ditt|dina|alla|ert) (?:ärende|begäran|fråga|meddelande))"
            + "|handläggningstid|svarstid|återkoppling");

    /** What promises unless the sentence asks something of the resident or speaks of illness. */
    private static final Pattern WEAK = WordPattern.of("‹svar(?:et|en)?›|räkna (?:alltid |du )?med"
            + "|‹(?:får|ger|lämnar|lämnas|kommer) (?:\\p{L}{1,12} ){0,3}(?:besked|beslut)›"
            + "|‹(?:besked|beslut)›[^.,;:!?\\n]{0,30}"
            + "‹(?:(?:får|ger|lämnar|skickar) (?:du|ni|vi)|fattas|meddelas|skickas|lämnas|ges)›"
            + "|‹(?:ha|har) (?:du )?(?:fått )?(?:ett )?(?:svar|besked|beslut)›"
            + "|‹(?:skriver|utfärdar|prövar) vi inom›|‹vi (?:skriver|utfärdar|prövar)›[^.,;:!?\\n]{0,30}‹inom›"
            + "|‹(?:ärende|begäran|beställning|meddelande)\\p{L}{0,4} (?:kan )?tar?›"
            + "|‹(?:är|blir) (?:klara?|klart|färdig(?:t|a)?|handlag(?:d|t|da)|bedöm(?:d|t|da)"
            + "|\\p{L}{0,8}(?:besvar|förny|hanter|behandl|expedier|åtgärd|gransk)a(?:d|t|de))›");

    /** Infinitives promise where the unit is the one who acts. */
    private static final Pattern INFINITIVE = WordPattern.of(
            "‹(?:svara|besvara|återkomma|återkoppla|kontakta dig|ringa dig|ringa upp|höra av oss|handlägga|hantera"
                    + "|förnya|behandla)›");

    private static final Pattern UNIT_ACTS = WordPattern.of(
            "‹(?:vi|mottagningen|kliniken|vårdcentralen|enheten|personalen|läkaren)›|‹(?:tar|dröja|dröjer) ");

    private static final Pattern NO_PROMISE = WordPattern.of(
            "‹du (?:\\p{L}{1,14} ){0,3}(?:svara|förnya|ringa|kontakta|hantera)›|‹(?:behöver|vill|önskar|läs|läsa|läser"
                    + "|lämna|skicka|behov av) (?:du )?(?:ha )?(?:ett |ditt |snabbt )*svar"
                    + "|svar(?:et)? på (?:dina |ditt |ett |en |)(?:prov|blodprov|röntgen|undersökning|cellprov|test)"
                    + "|‹inte (?:alltid )?(?:räkna med|lova|garantera|ge|förvänta|få|vänta|svara|hinna|hinner)›"
                    + "|‹(?:svarar|ringer|kontaktar) (?:vi )?inte›");

    /** Days that other rules or other people decide. */
    private static final Pattern OTHERS =
            WordPattern.of("‹besöket (?:kan|får|brukar)›|‹väntetid\\p{L}*[^.,;:!?\\n]{0,20} (?:till|för)›"
                    + "|vårdgaranti|apotek|leverans|levereras"
                    + "|försäkringskassan|arbetsgivare|provsvar|provtagning|påminn");

    private static final Pattern ILLNESS =
            WordPattern.of("feber|symtom|besvär|utslag|hosta|smärta|värk|infektion|sjukskriven"
                    + "|läkarintyg|sjukintyg|antibiotika|tablett|medicin|läkemedl|kur(?:en)?›|vaccin|smitt"
                    + "|magsjuk|förkyl");

    /** "Har du inte fått svar inom tre dagar". */
    private static final Pattern UNLESS = WordPattern.of(
            "‹inte (?:har |du |ni |ha |vi )?(?:fått|hört|svarat|svarar|läst|läser|öppnat|hämtat|återkommit|ringt)›");

    private static final Pattern COMMAND =
            WordPattern.of("^[^\\p{L}]{0,5}(?:svara|kontakta|återkom|ring|hör av|boka|beställ|skicka"
                    + "|lämna|ta|skriv|spara|vänta|avvakta|kom)›");

    /** After these an amount is how long something lasts, or how long ago it was. */
    private static final Set<String> LASTS = Set.of(
            "i", "under", "sedan", "än", "över", "var", "varje", "senaste", "sista", "tidigast", "för", "gånger");

    private static final Set<String> SKIPPED = Set.of(
            "cirka",
            "ca",
            "ungefär",
            "omkring",
            "högst",
            "max",
            "maximalt",
            "minst",
            "bara",
            "endast",
            "upp",
            "till",
            "de",
            "den",
            "mest",
            "hela",
            "närmaste",
            "som",
            "drygt",
            "nästan",
            ".");

    private static final Pattern BEFORE_EVENT = WordPattern.of("^[ )]*(?:före|innan|i förväg|tidigare)›");
    private static final Pattern BEFORE_ANSWER =
            WordPattern.of("^[ )]*innan [^.!?\\n]{0,50}?(?:svar|hör|återk|kontakt|ring|besked|klart|handl)");
    private static final Pattern LASTING =
            WordPattern.of("^[ )]*(?:sedan|i veckan|om dagen|om dygnet|per|på dig|i taget|i sträck"
                    + "|gammal|gamla|framåt|om året|i rad|efter (?:besök|operation|ingrepp|vaccin|behandling"
                    + "|att feber|att du är))›");

    private static final int SHORT = 50;

    private PromiseWords() {}

    static boolean isPromise(Passage passage, Amount amount) {
        Sentence sentence = passage.sentence(amount.start());
        return !lasts(passage.tokens(), amount)
                && !isBeforeEvent(sentence, amount)
                && !matches(LASTING, sentence.nearAfter(amount.end()))
                && speaksOfAnswer(sentence, amount);
    }

    private static boolean speaksOfAnswer(Sentence sentence, Amount amount) {
        if (sentence.has(STRONG)) {
            return !isOthers(sentence, amount);
        }
        if (sentence.has(WEAK) || (sentence.has(INFINITIVE) && sentence.has(UNIT_ACTS))) {
            return !isOthers(sentence, amount)
                    && !sentence.has(NO_PROMISE)
                    && !sentence.has(ILLNESS)
                    && !matches(COMMAND, sentence.before(amount.start()));
        }
        return sentence.isShort(SHORT)
                && sentence.previous()
                        .filter(before -> before.isShort(SHORT) && asksForAnswer(before))
                        .isPresent()
                && !isOthers(sentence, amount);
    }

    /** "När får jag svar? Inom tre arbetsdagar." */
    private static boolean asksForAnswer(Sentence before) {
        return (before.has(STRONG) || before.has(WEAK))
                && Amount.in(Token.of(before.text())).isEmpty();
    }

    private static boolean isOthers(Sentence sentence, Amount amount) {
        return sentence.has(NO_PROMISE)
                || sentence.clauseHas(OTHERS, amount.start(), amount.end())
                || sentence.clauseHas(UNLESS, amount.start(), amount.end());
    }

    private static boolean lasts(List<Token> tokens, Amount amount) {
        int at = amount.first() - 1;
        int skipped = 0;
        while (at >= 0 && skipped < 4 && SKIPPED.contains(tokens.get(at).text())) {
            at--;
            skipped++;
        }
        return at >= 0 && LASTS.contains(tokens.get(at).text());
    }

    private static boolean isBeforeEvent(Sentence sentence, Amount amount) {
        String after = sentence.nearAfter(amount.end());
        return matches(BEFORE_EVENT, after) && !matches(BEFORE_ANSWER, after);
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }
}

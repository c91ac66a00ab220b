package org.careunit.itests.architecture;

import jakarta.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;

/** The pages of all previews: those of what ships with Careunit, of hostile texts, and of very long ones. */
final class PreviewedPages {

    private static final Actor OPERATOR = new Actor.Operator("console");
    private static final String HOSTILE = "</p></main><h1>Hej</h1><img src=x><script>alert(1)</script>\"'&{}%";
    private static final String ONE_WORD = "Donaudampfschifffahrtsgesellschaft".repeat(100);
    private static final String LINES = "En rad som är lagom lång.\n".repeat(150);

    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Terms terms;
    private final CaseTypes types;
    private final CaseTypeChoices choices;
    private final UnitSettings settings;

    private PreviewedPages(Map<Class<?>, Object> services) {
        terms = (Terms) services.get(Terms.class);
        types = (CaseTypes) services.get(CaseTypes.class);
        choices = (CaseTypeChoices) services.get(CaseTypeChoices.class);
        settings = (UnitSettings) services.get(UnitSettings.class);
    }

    /** Pages by their names. */
    static Map<String, String> of(Services services) {
        PreviewedPages made = new PreviewedPages(services.byContract());
        made.shipped();
        made.termsOfUnits();
        made.repliesOfUnits();
        made.otherInformation();
        return Collections.unmodifiableMap(made.pages);
    }

    private void shipped() {
        for (UnitCaseType type : types.ofUnit(OPERATOR, Arguments.UNIT)) {
            pages.put(
                    "terms-" + type.key(),
                    terms.preview(OPERATOR, Arguments.UNIT, type.key()).html());
            pages.put(
                    "replies-" + type.key(),
                    choices.replies(OPERATOR, Arguments.UNIT, type.key()).html());
        }
    }

    private void termsOfUnits() {
        terms("terms-of-one-point", List.of("Bara en punkt"));
        terms("terms-hostile", Collections.nCopies(5, HOSTILE));
        terms("terms-in-one-word", Collections.nCopies(5, ONE_WORD));
        terms("terms-long", Collections.nCopies(TermsText.MOST, LINES));
    }

    private void terms(String name, List<String> texts) {
        TermsText text = new TermsText(IntStream.range(0, texts.size())
                .mapToObj(place -> TermsPoint.of("p" + place, texts.get(place)))
                .toList());
        pages.put(
                name,
                terms.preview(OPERATOR, Arguments.UNIT, Arguments.TYPE, text).html());
    }

    private void repliesOfUnits() {
        replies("replies-editable", "Klart", "Receptet är förnyat.\nHämta läkemedlet på apoteket.", true);
        replies("replies-hostile", HOSTILE, HOSTILE, false);
        replies("replies-in-one-word", ONE_WORD.substring(0, 100), ONE_WORD, true);
        replies("replies-long", "Lång", LINES, false);
    }

    private void replies(String name, String title, String text, boolean editable) {
        CaseTypeKey type = Arguments.TYPE;
        String json = "{\"standardReplies\":[{\"title\":%s,\"text\":%s}],\"repliesEditable\":%s}"
                .formatted(quoted(title), quoted(text), editable);
        long seen = choices.read(OPERATOR, Arguments.UNIT, type).version();
        choices.save(OPERATOR, Arguments.UNIT, type, choices.parse(json), seen);
        pages.put(name, choices.replies(OPERATOR, Arguments.UNIT, type).html());
    }

    private static String quoted(String text) {
        return Json.createValue(text).toString();
    }

    private void otherInformation() {
        information("information-none", "");
        information(
                "information-formatted",
                "<h2>Hitta hit</h2><p>Ta <strong>buss 4</strong>, eller <em>gå</em> från <a href=\"https://www.1177.se/\">"
                        + "stationen</a>.</p><h3>Parkering</h3><ul><li>Framför huset</li><li>I garaget</li></ul>"
                        + "<ol><li>Ring på</li><li>Vänta</li></ol>");
        information("information-out-of-order", "<h3>Först</h3><p>a</p><h1>Sedan</h1><h2>Till sist</h2><h3>Under</h3>");
        information("information-plain", "Bara text, utan något runt om.");
        information(
                "information-half-done",
                "<h2></h2><ul>löst<li>ett</ul><li>två</li><a href=\"https://a.se/\"></a>"
                        + "<p><a href=\"mailto:a@b.se\"> </a><b>fet<p>utan slut");
        information(
                "information-hostile", HOSTILE + "<table><tr><td>a</table><p style='color:#eee'>b<font color=white>c");
        information("information-in-one-word", "<h2>" + ONE_WORD.substring(0, 500) + "</h2>" + ONE_WORD);
        information("information-long", "<p>Ett stycke om mottagningen.</p>".repeat(280));
    }

    private void information(String name, String text) {
        pages.put(name, settings.preview(new OtherInformation(text)).page());
    }
}

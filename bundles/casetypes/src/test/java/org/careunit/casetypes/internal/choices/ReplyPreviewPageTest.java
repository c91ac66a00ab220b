package org.careunit.casetypes.internal.choices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.careunit.api.casetypes.ReplyOption;
import org.careunit.api.casetypes.ReplyPreview.Shown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ReplyPreviewPageTest {

    private static final Shown FIXED = new Shown(new ReplyOption("Avslutat", "Ärendet är avslutat."), true, false);
    private static final Shown OWN = new Shown(new ReplyOption("Klart", "Receptet är\nförnyat."), false, true);
    private static final Shown FROZEN = new Shown(new ReplyOption("Vänta", "Vi hör av oss."), false, false);

    @Test
    void eachOptionSaysInWordsWhichKindItIsAndWhetherItIsEditable() {
        Document page = page("Förnya recept", List.of(FIXED, OWN, FROZEN));
        assertThat(page.title()).isEqualTo("Förnya recept – svarsalternativ");
        assertThat(page.select("html").attr("lang")).isEqualTo("sv");
        assertThat(page.select("h1").eachText()).containsExactly("Svarsalternativ för Förnya recept");
        assertThat(page.select("h2").eachText()).containsExactly("Fasta svarsalternativ", "Standardsvar");
        assertThat(page.select("section > article > h3").eachText()).containsExactly("Avslutat", "Klart", "Vänta");
        assertThat(page.select("h3 + p").eachText())
                .containsExactly(
                        "Fast svarsalternativ. Texten kan inte ändras i svaret.",
                        "Standardsvar. Texten kan ändras i svaret.",
                        "Standardsvar. Texten kan inte ändras i svaret.");
        assertThat(page.select("article p:last-child").get(1).wholeText()).isEqualTo("Receptet är\nförnyat.");
    }

    @Test
    void aKindThatTheTypeDoesNotHaveHasNoHeading() {
        assertThat(page("Förnya recept", List.of(OWN)).select("h2").eachText()).containsExactly("Standardsvar");
        Document none = page("Förnya recept", List.of());
        assertThat(none.select("h2, article")).isEmpty();
        assertThat(none.select("h1 + p").text()).isEqualTo("Ärendetypen har inga svarsalternativ.");
    }

    @Property(tries = 200)
    void whateverAnOptionHoldsIsTextOnThePage(@ForAll("signs") String title, @ForAll("signs") String text) {
        ReplyOption hostile = new ReplyOption("<b>" + title + "x", "<script>x()</script>\"'&" + text + "x");
        Document page = page("<i>" + title, List.of(new Shown(hostile, false, true)));
        assertThat(page.select("script, b, i, img, a")).isEmpty();
        assertThat(page.select("h3").first().wholeText()).isEqualTo(hostile.title());
        assertThat(page.select("article p:last-child").first().wholeText()).isEqualTo(hostile.text());
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.strings()
                .withChars("<>&\"'/=;%{}$ åäö–")
                .withCharRange('a', 'z')
                .ofMaxLength(60);
    }

    private static Document page(String name, List<Shown> options) {
        return Jsoup.parse(ReplyPreviewPage.preview(name, options).html());
    }
}

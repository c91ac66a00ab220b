package org.careunit.terms.internal.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsPreview;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PreviewsTest {

    @Test
    void theFirstPointExplainsTwoFollowAndTheRestIsFolded() {
        TermsPreview preview = Previews.of("Boka tid", points("Ett", "Två", "Tre", "Fyra", "Fem"));
        assertThat(preview.explanation()).isEqualTo("Ett");
        assertThat(preview.first()).containsExactly("Två", "Tre");
        assertThat(preview.more()).containsExactly("Fyra", "Fem");
        Document page = Jsoup.parse(preview.html());
        assertThat(page.select("h1").text()).isEqualTo("Boka tid");
        assertThat(page.select("h1 + p").text()).isEqualTo("Ett");
        assertThat(page.select("section > ul > li").eachText()).containsExactly("Två", "Tre");
        assertThat(page.select("section > details > summary").text()).isEqualTo("Visa fullständig information");
        assertThat(page.select("section > details > ul > li").eachText()).containsExactly("Fyra", "Fem");
    }

    @Test
    void thereIsNothingToUnfoldWhereThereIsNoMore() {
        assertThat(Jsoup.parse(Previews.of("Boka tid", points("Ett", "Två", "Tre"))
                                .html())
                        .select("details"))
                .isEmpty();
        Document one = Jsoup.parse(Previews.of("Boka tid", points("Ett")).html());
        assertThat(one.select("section, ul")).isEmpty();
    }

    @Test
    void thePageSaysItsLanguageItsTitleAndItsParts() {
        Document page =
                Jsoup.parse(Previews.of("Boka tid", points("Ett", "Två")).html());
        assertThat(page.select("html").attr("lang")).isEqualTo("sv");
        assertThat(page.title()).isEqualTo("Boka tid – villkor");
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
        String named = page.select("section").attr("aria-labelledby");
        assertThat(page.getElementById(named).text()).isEqualTo("Villkor");
        assertThat(page.select("meta[name=viewport]").attr("content")).doesNotContain("maximum-scale", "user-scalable");
    }

    @Property
    void whateverATextHoldsIsTextOnThePage(
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String name, @ForAll("signs") String text) {
        String hostile = "<script>alert(1)</script>\"'&" + text;
        TermsPoint point = TermsPoint.of("p", hostile);
        Document page = Jsoup.parse(Previews.of("<b>" + name, List.of(point, new TermsPoint("q", "Två")))
                .html());
        assertThat(page.select("script, b, img, a")).isEmpty();
        assertThat(page.select("h1 + p").first().wholeText()).isEqualTo(point.text());
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.strings()
                .withChars("<>&\"'/=;%{}$ \nåäö–")
                .withCharRange('a', 'z')
                .ofMaxLength(60);
    }

    private static List<TermsPoint> points(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(place -> new TermsPoint("p" + place, texts[place]))
                .toList();
    }
}

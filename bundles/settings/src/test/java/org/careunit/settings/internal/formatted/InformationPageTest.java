package org.careunit.settings.internal.formatted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class InformationPageTest {

    @Test
    void thePageSaysItsLanguageItsTitleAndItsHeading() {
        Document page = page("<p>Ta <strong>buss 4</strong>.</p>");
        assertThat(page.select("html").attr("lang")).isEqualTo("sv");
        assertThat(page.title()).isEqualTo("Övrig information");
        assertThat(page.select("main > h1").eachText()).containsExactly("Övrig information");
        assertThat(page.select("main p strong").text()).isEqualTo("buss 4");
        assertThat(page("  ").select("h1 + p").text()).isEqualTo("Mottagningen har ingen övrig information.");
    }

    @Test
    void headingsThatWouldSkipALevelAreRaised() {
        Document page = page("<h3>Ett</h3><p>a</p><h3>Två</h3><h2>Tre</h2><h3>Fyra</h3>");
        assertThat(page.select("h2").eachText()).containsExactly("Ett", "Två", "Tre");
        assertThat(page.select("h3").eachText()).containsExactly("Fyra");
    }

    @Property(tries = 300)
    void whateverIsWrittenTheHeadingsAreInOrder(@ForAll("sources") List<String> pieces) {
        Document page = page(String.join("", pieces));
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int next = heading.normalName().charAt(1) - '0';
            assertThat(next).isBetween(1, level + 1);
            level = next;
        }
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("script, img, iframe, style")).hasSize(1);
    }

    @Provide
    Arbitrary<List<String>> sources() {
        return Arbitraries.of(
                        "<h3>",
                        "</h3>",
                        "<h2>",
                        "</h2>",
                        "<h1>",
                        "</h1>",
                        "ord",
                        "<p>",
                        "</p>",
                        "<ul><li>",
                        "</ul>",
                        "<script>x()</script>",
                        "<img src=x>",
                        "</div>",
                        "</main>",
                        "<h2 id=x>",
                        "<b>",
                        "</b>")
                .list()
                .ofMaxSize(20);
    }

    private static Document page(String source) {
        return Jsoup.parse(InformationPage.of(FormattedText.of(source)));
    }
}

package org.careunit.settings.internal.formatted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormattedTextTest {

    private static final Set<String> ALLOWED =
            Set.of("body", "p", "br", "strong", "b", "em", "i", "ul", "ol", "li", "h2", "h3", "a");

    /** How many texts are tried, in rounds; the profile {@code thorough} tries a million. */
    private static final int TRIES = Integer.getInteger("careunit.formatted.tries", 10_000);

    private static final int ROUNDS = 100;

    @Property(tries = ROUNDS, edgeCases = EdgeCasesMode.NONE)
    void onlyWhatIsAllowedStaysAndSanitisingAgainChangesNothing(@ForAll("texts") List<String> sources) {
        assertThat(sources).hasSize(TRIES / ROUNDS).allSatisfy(FormattedTextTest::assertSafe);
    }

    private static void assertSafe(String source) {
        String html = FormattedText.of(source).html();

        assertThat(FormattedText.of(html).html()).isEqualTo(html);
        List<Element> elements = html.indexOf('<') < 0
                ? List.of()
                : Jsoup.parseBodyFragment(html).body().getAllElements();
        for (Element element : elements) {
            assertThat(ALLOWED).contains(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertThat(element.normalName()).isEqualTo("a");
                assertThat(attribute.getKey()).isIn("href", "rel");
            }
            assertThat(element.normalName().matches("a|h2|h3") && element.text().isBlank())
                    .isFalse();
            assertThat(element.attr("href")).matches("|(?s)(?i)(https://|mailto:|tel:).*");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ul>löst<li>ett</li></ul>            | <ul><li>löst</li><li>ett</li></ul>",
                "<ul><li>ett</li> och <b>två</b></ul> | <ul><li>ett</li><li> och <b>två</b></li></ul>",
                "<li>ett</li><li>två</li>             | <ul><li>ett</li><li>två</li></ul>",
                "<ul><ul><li>ett</li></ul></ul>       | <ul><li><ul><li>ett</li></ul></li></ul>",
                "<h2>Om <ul><li>oss</li></ul></h2>    | <h2>Om oss</h2>",
                "<ul> </ul><p>x</p>                   | <p>x</p>",
                "<ol><li>ett</li></ol>                | <ol><li>ett</li></ol>"
            })
    void whatIsLeftIsValidHtml(String written, String valid) {
        assertThat(FormattedText.of(written).html()).isEqualTo(valid);
        assertThat(FormattedText.of(valid).html()).isEqualTo(valid);
    }

    @Test
    void allowedFormattingStays() {
        String source =
                "<h2>Hitta hit</h2><p>Ta <strong>buss 4</strong> och <em>gå</em>.</p><ul><li>å</li><li>ö</li></ul>";

        assertThat(FormattedText.of(source)).isEqualTo(new FormattedText(source, List.of()));
    }

    @Test
    void whatIsRemovedIsSaid() {
        FormattedText text = FormattedText.of("<p onclick=\"x()\">Hej<script>alert(1)</script><style>p{}</style></p>"
                + "<a href=\"javascript:x()\">a</a><img src=\"data:x\"><!-- c -->");

        assertThat(text.html()).isEqualTo("<p>Hej</p>a");
        assertThat(text.removed()).contains("<script>", "<style>", "<img>", "onclick i <p>", "<!-- -->");
        assertThat(text.removed()).anyMatch(removed -> removed.contains("href") || removed.contains("<a>"));
    }

    @Test
    void linksAreSecureAndTellNobodyWhereTheyCameFrom() {
        FormattedText text = FormattedText.of("<a href=\"https://www.1177.se/\">1177</a>"
                + "<a href=\"http://example.org/\">osäker</a><a href=\"/admin\">hit</a>");

        assertThat(Jsoup.parseBodyFragment(text.html()).select("a").eachAttr("href"))
                .containsExactly("https://www.1177.se/");
        assertThat(Jsoup.parseBodyFragment(text.html()).select("a").attr("rel")).contains("noopener", "noreferrer");
        assertThat(text.html()).contains("osäker", "hit");
    }

    @Test
    void elementsLeftOpenAreClosed() {
        assertThat(FormattedText.of("<p>Ett <b>två").html()).isEqualTo("<p>Ett <b>två</b></p>");
    }

    @Test
    void linksAndHeadingsWithoutWordsAreTakenOut() {
        FormattedText text =
                FormattedText.of("<h2><b> </b></h2><p>Hej <a href=\"https://www.1177.se/\"><i>&nbsp;</i></a></p>"
                        + "<h3>Hitta hit</h3>");

        assertThat(text.html()).isEqualTo("<p>Hej </p><h3>Hitta hit</h3>");
        assertThat(text.removed()).contains("<h2> utan text", "<a> utan text");
    }

    /**
     * A browser ends the first heading where the second begins, so what looks full in the text is empty on the page.
     */
    @Test
    void headingsAndLinksWithinEachOtherAreReadAsABrowserReadsThem() {
        assertThat(FormattedText.of("<h2><p><b><h2>Hitta hit</h2></b></p></h2>").html())
                .doesNotContain("<h2></h2>")
                .contains("<b>Hitta hit</b>");
        assertThat(FormattedText.of("<a href=\"tel:+46\"><a href=\"https://www.1177.se/\">1177</a></a>")
                        .html())
                .isEqualTo("<a href=\"https://www.1177.se/\" rel=\"noopener noreferrer\">1177</a>");
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return sources().list().ofSize(TRIES / ROUNDS);
    }

    private static Arbitrary<String> sources() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<i",
                ">",
                "<",
                "&",
                "&lt;",
                "&#x3c;",
                "<ul>",
                "<li>",
                "</ul>",
                "</li>",
                "<a ",
                "href=",
                "\"",
                "'",
                "https://example.org",
                "http://x",
                "javascript:x",
                "JaVaScRiPt&#58;x",
                "mailto:a@b.se",
                "data:text/html,x",
                "<script>",
                "</script>",
                "<style>",
                "</style>",
                "<!--",
                "-->",
                "<svg onload=x>",
                "onclick=x ",
                "<img src=x onerror=x>",
                "<h2>",
                "</h2>",
                "<h1>",
                "<table><td>",
                "</table>",
                "<br>",
                "{{",
                "}}",
                "<![CDATA[",
                "]]>",
                "<iframe src=x>",
                "<textarea>",
                "</textarea>",
                "<math>",
                "<select>",
                "<option>",
                "<noscript>",
                "<p style=x>",
                "å",
                "\n",
                " ",
                "\u0000",
                "\u2028",
                "text",
                "<em>",
                "</em>",
                "<ol>",
                "</a>",
                "<template>",
                "<xmp>",
                "<plaintext>");
        Arbitrary<String> odd = Arbitraries.strings().ofMaxLength(8);
        return Combinators.combine(
                        pieces.list().ofMaxSize(12), odd, pieces.list().ofMaxSize(12))
                .as((before, any, after) -> String.join("", before) + any + String.join("", after));
    }
}

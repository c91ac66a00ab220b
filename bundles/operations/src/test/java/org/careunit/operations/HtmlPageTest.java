package org.careunit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

    @Test
    void aPageSaysItsLanguageItsTitleAndItsHeading() {
        String html = HtmlPage.of("Boka tid – villkor", "Boka tid").html();
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"sv\">")
                .contains("<title>Boka tid – villkor</title>", "<main>\n<h1>Boka tid</h1>\n</main>");
    }

    @Test
    void whatIsSaidIsEscapedEverywhere() {
        String hostile = "<b onclick=\"x('1')\">100 % &amp;";
        String html = HtmlPage.of(hostile, hostile)
                .section("del", hostile)
                .paragraph(hostile)
                .list(List.of(hostile))
                .end()
                .html();
        String escaped = "&lt;b onclick=&quot;x(&#39;1&#39;)&quot;&gt;100 % &amp;amp;";
        assertThat(html)
                .doesNotContain("<b onclick")
                .contains(
                        "<title>" + escaped + "</title>",
                        "<h1>" + escaped + "</h1>",
                        "<section aria-labelledby=\"del\">\n<h2 id=\"del\">" + escaped + "</h2>",
                        "<p class=\"said\">" + escaped + "</p>",
                        "<ul>\n<li class=\"said\">" + escaped + "</li>\n</ul>\n</section>");
    }
}

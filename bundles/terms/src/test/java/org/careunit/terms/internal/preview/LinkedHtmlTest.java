package org.careunit.terms.internal.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedHtmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Läs mer på https://www.1177.se/. | https://www.1177.se/  | https://www.1177.se/",
                "(https://a.example/b?c=1&d=2)    | https://a.example/b?c=1&amp;d=2 | https://a.example/b?c=1&amp;d=2",
                "Ring 08-123 45 67.               | tel:+4681234567       | 08-123 45 67",
                "Ring +46 8 123 45 67 eller gå in | tel:+4681234567       | +46 8 123 45 67",
                "Ring tel:070-123 45 67           | tel:+46701234567      | 070-123 45 67"
            })
    void addressesAndTelephoneNumbersBecomeLinks(String text, String address, String shown) {
        assertThat(LinkedHtml.html(text)).contains("<a href=\"" + address + "\">" + shown + "</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example", "javascript:alert(1)", "19121212-1212", "Ring 112 eller 1177", "www.1177.se"
            })
    void whatIsNeitherStaysText(String text) {
        assertThat(LinkedHtml.html(text)).isEqualTo(text);
    }

    @Test
    void markupIsEscapedInsideAndOutside() {
        assertThat(LinkedHtml.html("<b> https://a.example/<script>")).doesNotContain("<b>", "<script>");
    }
}

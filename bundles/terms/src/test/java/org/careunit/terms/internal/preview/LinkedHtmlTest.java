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
                "Ring tel:070-123 45 67           | tel:+46701234567      | 070-123 45 67",
                "Ring 070 123 45 67, vardagar     | tel:+46701234567      | 070 123 45 67",
                "Ring 0701234567 eller skriv      | tel:+46701234567      | 0701234567",
                "Ring 08\u2013123\u00A045\u00A067. | tel:+4681234567 | 08\u2013123\u00A045\u00A067",
                "Ring 0771-11 77 00.              | tel:+46771117700      | 0771-11 77 00",
                "Ring +46 (0)8-123 45 67.         | tel:+4681234567       | +46 (0)8-123 45 67",
                "Ring tel:1177 om du är orolig    | tel:1177              | 1177",
                "Se HTTPS://a.example/b_(c).      | HTTPS://a.example/b_(c) | HTTPS://a.example/b_(c)",
                "(se https://a.example/b)         | https://a.example/b   | https://a.example/b"
            })
    void addressesAndTelephoneNumbersBecomeLinks(String text, String address, String shown) {
        assertThat(LinkedHtml.html(text)).contains("<a href=\"" + address + "\">" + shown + "</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example",
                "javascript:alert(1)",
                "19121212-1212",
                "Ring 112 eller 1177",
                "www.1177.se",
                "Telefontid 08-10 och 13-15",
                "Telefontid 08-10 13.15",
                "Öppet 08.00-17.00, rum 070 12",
                "Diarienummer 0123-12"
            })
    void whatIsNeitherStaysText(String text) {
        assertThat(LinkedHtml.html(text)).isEqualTo(text);
    }

    @Test
    void markupIsEscapedInsideAndOutside() {
        assertThat(LinkedHtml.html("<b> https://a.example/<script>")).doesNotContain("<b>", "<script>");
    }
}

package org.careunit.terms.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.careunit.api.failure.RefusedException;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.json.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthoredTermsTest {

    private final RecordJson json = new RecordJson();

    @Test
    void whatIsWrittenIsReadAgain() {
        TermsText text = terms("{\"points\":[{\"id\":\"a\",\"text\":\" Rad ett\\r\\nrad två \"}]}");
        assertThat(text.points().get(0).text()).isEqualTo("Rad ett\nrad två");
        assertThat(terms(json.write(text))).isEqualTo(text);
        assertThat(json.parse(CheckRules.class, json.write(CheckRules.DEFAULT))).isEqualTo(CheckRules.DEFAULT);
    }

    @Test
    void aPointWithoutAnIdIsNewAndGetsOne() {
        TermsText text = terms("{\"points\":[{\"text\":\"Ny\"},{\"text\":\"Ny\"}]}");
        assertThat(text.points()).extracting("id").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"points\":[]}                                        | 1 to 50 points",
                "{\"points\":[{\"id\":\"a\"}]}                          | /points/0/text: this is missing",
                "{\"points\":[{\"id\":\"A\",\"text\":\"x y\"}]}         | /points/0/id: The id of a point",
                "{\"points\":[{\"text\":\"a\",\"colour\":\"b\"}]}       | /points/0/colour: there is no such key",
                "{\"points\":[{\"text\":7}]}                            | /points/0/text: a number stands here; write a text",
                "{\"points\":[{\"text\":\"a\\u202Eb\"}]}                | no control characters",
                "{\"points\":{}}                                        | /points: an object stands here; write a list",
                "{\"points\":                                           | /points: the text ends too early",
                "{\"points\":[{\"text\":\"a\",\"text\":\"b\"}]}    | /points/0/text: the object has this key twice",
                "{\"points\":[{\"text\":\"a\"}]}]                 | there is something behind the value",
                "[]                                                     | a list stands here; write an object"
            })
    void whatIsWrongIsToldWithItsPath(String written, String told) {
        assertThatThrownBy(() -> terms(written))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(told);
    }

    private TermsText terms(String written) {
        return json.parse(AuthoredTerms.class, written).text();
    }
}

package org.careunit.storage.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final String GOOD =
            "{\"a\": [1, -20, {\"b\": \"text\", \"c\": null}], \"d\": true, \"e\": {\"f\": \"2026-12-24\", \"g\": \"\\n\"}}";

    private final StrictJson json = new StrictJson(2_000_000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"x":{                  | /x: the text ends too early
            [{"id":"a               | /0/id: the text ends too early
            {"a":1,"b":[1,2         | /b: the text ends too early
            {"a":tru                | /a: the text ends too early
            -                       | the text ends too early
            ``                      | the text ends too early
            {"a":1}]                | there is something behind the value
            {"a":1}{"a":1}          | there is something behind the value
            1 2                     | there is something behind the value
            true,                   | there is something behind the value
            {"a":1,"a":1}           | /a: the object has this key twice
            [{"b":{"c":1,"c":2}}]   | /0/b/c: the object has this key twice
            {"a":1,"\\u0061":2}     | /a: the object has this key twice
            {"a":[1,x]}             | /a: this is not JSON: see line 1, column
            {"a":[1,]}              | /a: this is not JSON
            {"a":01}                | this is not JSON
            {'a':1}                 | this is not JSON
            {"a":1e99999999999}     | /a: the exponent of this number is too large
            {"a/b":{"~":[nul]}}     | /a~1b/~0: this is not JSON
            {"a":{"b":[{"c":"x      | /a/b/0/c: the text ends too early
            {"a":"\\ud83           | /a: the text ends too early
            {"a":1.                 | /a: the text ends too early
            nul                     | the text ends too early
            {"a"                    | /a: the text ends too early
            {"a":1,                 | the text ends too early
            {"b":1}{                | there is something behind the value
            {"b":1},{"b":2}         | there is something behind the value
            [] []                   | there is something behind the value
            [1]/**/                 | there is something behind the value
            null null               | there is something behind the value
            {"b":{"d":1,"e":2,"d":1}} | /b/d: the object has this key twice
            {"a":{"":1,"":2}}       | /a/: the object has this key twice
            {"k":{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"a":1}} | /k/a: the object has this key
            {a:1}                   | this is not JSON
            // {"a":1}              | this is not JSON
            {"a":+1}                | /a: this is not JSON
            {"a":.5}                | /a: this is not JSON
            {"a":0x10}              | this is not JSON
            {"a":NaN}               | /a: this is not JSON
            {"a":Infinity}          | /a: this is not JSON
            {"a":True}              | /a: this is not JSON
            {"a":"\\x41"}          | /a: this is not JSON
            {"a":1;"b":2}           | this is not JSON
            {"a":[1 2]}             | /a: this is not JSON
            {,"a":1}                | this is not JSON
            """)
    void whatIsWrongIsRefusedWithItsPath(String text, String message) {
        assertThatThrownBy(() -> json.read(text))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(message)
                .hasNoSuppressedExceptions();
    }

    @Test
    void aByteOrderMarkIsPassedOverOnceAtTheBeginning() {
        assertThat(json.read("\uFEFF{\"a\":1}")).isEqualTo(json.read("{\"a\":1}"));
        assertThat(json.read("\uFEFF 1")).isEqualTo(json.read("1"));
        assertThat(json.readItems("\uFEFF[1]", 1, 10, (path, value) -> value)).hasSize(1);
        assertThatThrownBy(() -> json.read("\uFEFF\uFEFF1")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> json.read("1\uFEFF")).isInstanceOf(RefusedException.class);
    }

    @Test
    void depthDigitsAndLengthAreBounded() {
        assertThatCode(() -> json.read("[".repeat(32) + "]".repeat(32))).doesNotThrowAnyException();
        assertThatThrownBy(() -> json.read("[".repeat(1_500) + "]".repeat(1_500)))
                .hasMessageStartingWith("/0/0/0")
                .hasMessageContaining("more than 32 levels");
        assertThatThrownBy(() -> json.read("{\"a\":".repeat(500_000 / 5))).hasMessageContaining("more than 32 levels");
        assertThatThrownBy(() -> json.read("{\"n\":[0," + "7".repeat(1_200) + "]}"))
                .hasMessageStartingWith("/n/1: a number has at most 40 characters");
        assertThatThrownBy(() -> json.read(" ".repeat(2_000_001)))
                .hasMessageContaining("2000001 characters; at most 2000000");
    }

    /** Each in less than 100 ms although it is two megabytes long. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[1,", "\"", "1", " ", "{\"\":0},", "-", "\\u00", "\uFEFF", "[],"})
    void longTextsTakeNoLongerThanTheyAreLong(String piece) {
        String text = piece.repeat(2_000_000 / piece.length());
        HostileTexts.readInTime(text, this::readOrRefuse);
        HostileTexts.readInTime("[" + text, this::readOrRefuse);
        HostileTexts.readInTime("{\"x\":{\"y\":" + text, this::readOrRefuse);
    }

    @Test
    void aKeyThatCouldBeAPersonalNumberOrIsLongIsNotRepeated() {
        assertThatThrownBy(() -> json.read("{\"18900118-9811\":x}"))
                .hasMessageStartingWith("/(a key of 13 characters): ");
        assertThatThrownBy(() -> json.read("{\"" + "k".repeat(300) + "\":x}"))
                .hasMessageStartingWith("/" + "k".repeat(40) + "…: ");
        assertThatThrownBy(() -> json.read("{\"a\\nb\":x}")).hasMessageStartingWith("/a?b: ");
        assertThatThrownBy(() -> json.read("{\"SE1111111111-UNIT1\":x}")).hasMessageStartingWith("/SE1111111111-UNIT1");
    }

    @Test
    void noRefusalRepeatsAValueOrHasACauseThatDoes() {
        assertThatThrownBy(() -> json.read("{\"id\": 189001189811abc"))
                .hasNoCause()
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("9811"));
    }

    @Test
    void itemsAreReadOneByOneWithTheirPaths() {
        assertThat(json.readItems("[1,{\"a\":2},[]]", 3, 10, (path, value) -> path + "=" + value))
                .containsExactly("/0=1", "/1={\"a\":2}", "/2=[]");
        assertThat(json.readItems(" {\"a\":2} ", 0, 10, (path, value) -> path + "=" + value))
                .containsExactly("The whole={\"a\":2}");
        assertThat(json.readItems("[]", 0, 10, (path, value) -> value)).isEmpty();
        assertThatThrownBy(() -> items("[1,2,3]", 2, 10)).hasMessageContaining("more than 2 items");
        assertThatThrownBy(() -> items("[1,\"åäö\"]", 2, 7)).hasMessage("/1: this has more than 7 bytes");
        assertThat(items("[1,\"åäö\"]", 2, 8)).hasSize(2);
        assertThat(items("[1,  \"\uD83D\uDE00\"]", 2, 6)).hasSize(2);
        assertThatThrownBy(() -> items("[1,2]3", 9, 9)).hasMessageContaining("something behind the value");
        assertThatThrownBy(() -> items("[1,[2", 9, 9)).hasMessage("/1: the text ends too early");
        assertThatThrownBy(() -> items("[" + "[],".repeat(100), 9, 2)).hasMessageContaining("more than 9 items");
        assertThatThrownBy(() -> items("[[" + "1,".repeat(100), 9, 20))
                .hasMessageStartingWith("/0: this has more than");
    }

    private List<JsonValue> items(String text, int most, int longest) {
        return json.readItems(text, most, longest, (path, value) -> value);
    }

    /**
     * What is read is what the library's own reader makes of it, and is refused only where that refuses or a limit says
     * so.
     */
    @Test
    void hostileTextsAreReadAsTheLibraryReadsThemOrRefused() {
        JsonReaderFactory oracle = JsonProvider.provider()
                .createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
        new HostileTexts(GOOD, 1)
                .tryAll(HostileTexts.TRIES, text -> readOrRefuse(text).ifPresent(value -> {
                    try (JsonReader reader = oracle.createReader(
                            new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
                        assertThat(value).isEqualTo(reader.readValue());
                    } catch (JsonException wrong) {
                        throw new AssertionError("Taken although it is no JSON: " + text, wrong);
                    }
                }));
    }

    private Optional<JsonValue> readOrRefuse(String text) {
        try {
            return Optional.of(json.read(text));
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }
}

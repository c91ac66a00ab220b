package org.careunit.storage.json;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParserFactory;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.careunit.api.failure.RefusedException;

/**
 * Reads JSON from outside strictly: one complete value with nothing behind it, no key twice, within {@link JsonLimits}.
 * A byte order mark at the beginning is passed over. What is wrong is refused with its path, and no value is repeated.
 * The time it takes grows with the length of the text alone. Safe for use by many threads.
 */
public final class StrictJson {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonProvider provider = JsonProvider.provider();
    private final JsonParserFactory parsers = provider.createParserFactory(Map.of());
    private final int longest;

    /** @param longest the longest text, in characters */
    public StrictJson(int longest) {
        this.longest = longest;
    }

    /**
     * Reads a value.
     *
     * @throws RefusedException if the text is not one value, saying where and why
     */
    public JsonValue read(String text) {
        try (TokenReader tokens = open(text)) {
            JsonValue value = tokens.value();
            tokens.requireEnd();
            return value;
        }
    }

    /**
     * Reads a list item by item or, where the text is no list, that one value.
     *
     * @param most how many items there may be
     * @param longestItem the longest item, in UTF-8 bytes as it is written
     * @param item makes something of a path and the value there
     * @throws RefusedException if the text is not one value, saying where and why, or as {@code item} does
     */
    public <T> List<T> readItems(String text, int most, int longestItem, BiFunction<JsonPath, JsonValue, T> item) {
        try (TokenReader tokens = open(text)) {
            List<T> items = tokens.items(most, longestItem, item);
            tokens.requireEnd();
            return items;
        }
    }

    private TokenReader open(String text) {
        if (text.length() > longest) {
            throw JsonPath.WHOLE.refused(JsonProblem.TEXT_LENGTH, text.length(), longest);
        }
        return new TokenReader(
                provider, parsers, text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
    }
}

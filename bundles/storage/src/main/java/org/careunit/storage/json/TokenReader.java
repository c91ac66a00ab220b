package org.careunit.storage.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;

/**
 * Builds values from the tokens of one text, within {@link JsonLimits}. It uses nothing of the library's parser but its
 * tokens: {@code skipObject} and {@code skipArray} never return if a text is cut off, and its readers ignore a second
 * value. For one use by one thread.
 */
final class TokenReader implements AutoCloseable {

    /** Whole numbers of so many characters are within a long. */
    private static final int SAFE_LONG = 18;

    private static final Pattern DIGITS = Pattern.compile("-?\\d+");

    /** Of so few keys each is compared with the others; above, a set does it. */
    private static final int FEW_KEYS = 8;

    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;

    private final JsonProvider provider;
    private final String text;
    private final EndAwareReader source;
    private final JsonParser parser;
    private int itemStart;
    private long itemEnd = Long.MAX_VALUE;
    private int longestItem;
    private int depth;
    private int values;

    TokenReader(JsonProvider provider, JsonParserFactory parsers, String text) {
        this.provider = provider;
        this.text = text;
        source = new EndAwareReader(text);
        parser = parsers.createParser(source);
    }

    /** The whole value. */
    JsonValue value() {
        return value(next(JsonPath.WHOLE), JsonPath.WHOLE);
    }

    /** The items of a list, or the one value that is none; says all that is wrong with the items at once. */
    <T> List<T> items(int most, int longest, BiFunction<JsonPath, JsonValue, T> item) {
        longestItem = longest;
        List<T> items = new ArrayList<>();
        Event first = begin(JsonPath.WHOLE);
        if (first != Event.START_ARRAY) {
            items.add(item.apply(JsonPath.WHOLE, item(first, JsonPath.WHOLE)));
            return items;
        }
        depth++;
        Problems problems = new Problems();
        for (JsonValue value = listed(problems, 0); value != null; value = listed(problems, items.size())) {
            if (items.size() == most) {
                throw JsonPath.WHOLE.refused(JsonProblem.ITEMS, most);
            }
            JsonValue read = value;
            JsonPath path = JsonPath.WHOLE.item(items.size());
            items.add(problems.value(() -> item.apply(path, read)));
        }
        problems.refuse();
        return items;
    }

    /** An item of a list; null at its end. Where the text is no JSON, nothing behind it can be read. */
    private JsonValue listed(Problems problems, int place) {
        JsonPath path = JsonPath.WHOLE.item(place);
        try {
            Event event = begin(path);
            return event == Event.END_ARRAY ? null : item(event, path);
        } catch (RefusedException end) {
            end.problems().forEach(problems::add);
            problems.refuse();
            throw end;
        }
    }

    /** Reads the token that an item may begin with. */
    private Event begin(JsonPath path) {
        long behindLast = offset();
        // A generous end until the blanks before the item are read.
        source.endAt(behindLast + 2L * longestItem);
        Event event = next(path);
        itemStart = (int) behindLast;
        while (" \t\r\n,".indexOf(text.charAt(itemStart)) >= 0) {
            itemStart++;
        }
        return event;
    }

    private JsonValue item(Event first, JsonPath path) {
        values = 0;
        itemEnd = (long) itemStart + longestItem;
        source.endAt(itemEnd);
        JsonValue value = value(first, path);
        itemEnd = Long.MAX_VALUE;
        source.endAt(Long.MAX_VALUE);
        if (utf8Length(itemStart, (int) offset()) > longestItem) {
            throw tooLong(path);
        }
        return value;
    }

    /**
     * Refuses anything but blanks behind the value.
     *
     * @throws RefusedException if there is something
     */
    void requireEnd() {
        try {
            if (!parser.hasNext()) {
                return;
            }
        } catch (JsonException behind) {
            throw JsonPath.WHOLE.refused(JsonProblem.BEHIND, location(behind));
        }
        throw JsonPath.WHOLE.refused(JsonProblem.BEHIND, "");
    }

    private Event next(JsonPath path) {
        try {
            Event event = parser.next();
            if (itemEnd != Long.MAX_VALUE && offset() > itemEnd) {
                throw tooLong(path);
            }
            return event;
        } catch (JsonException | NoSuchElementException wrong) {
            if (source.wasStopped()) {
                throw tooLong(path);
            }
            // The library's own message may repeat a value, so it is not passed on.
            throw source.isAtEnd() ? path.refused(JsonProblem.END) : path.refused(JsonProblem.SYNTAX, location(wrong));
        }
    }

    private static String location(RuntimeException wrong) {
        if (!(wrong instanceof JsonParsingException parsing)) {
            return "";
        }
        JsonLocation location = parsing.getLocation();
        return ": see line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }

    private JsonValue value(Event first, JsonPath path) {
        if (++values > JsonLimits.VALUES) {
            throw path.refused(JsonProblem.VALUES, JsonLimits.VALUES);
        }
        return switch (first) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> array(path);
            case VALUE_STRING -> provider.createValue(parser.getString());
            case VALUE_NUMBER -> number(path);
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            case KEY_NAME, END_ARRAY, END_OBJECT -> throw path.refused(JsonProblem.NO_VALUE);
        };
    }

    private JsonValue object(JsonPath path) {
        enter(path);
        JsonObjectBuilder object = provider.createObjectBuilder();
        Collection<String> keys = new ArrayList<>(FEW_KEYS);
        for (Event event = next(path); event != Event.END_OBJECT; event = next(path)) {
            String key = parser.getString();
            JsonPath place = path.key(key);
            if (keys.contains(key)) {
                throw place.refused(JsonProblem.TWICE);
            }
            if (keys.size() == FEW_KEYS) {
                keys = new HashSet<>(keys);
            }
            keys.add(key);
            object.add(key, value(next(place), place));
        }
        depth--;
        return object.build();
    }

    private JsonValue array(JsonPath path) {
        enter(path);
        JsonArrayBuilder array = provider.createArrayBuilder();
        int size = 0;
        for (Event event = next(path); event != Event.END_ARRAY; event = next(path)) {
            array.add(value(event, path.item(size++)));
        }
        depth--;
        return array.build();
    }

    private void enter(JsonPath path) {
        if (++depth > JsonLimits.DEPTH) {
            throw path.refused(JsonProblem.DEPTH, JsonLimits.DEPTH);
        }
    }

    private JsonValue number(JsonPath path) {
        String written = parser.getString();
        if (written.length() > JsonLimits.NUMBER_CHARACTERS) {
            throw path.refused(JsonProblem.NUMBER_LENGTH, JsonLimits.NUMBER_CHARACTERS);
        }
        if (written.length() <= SAFE_LONG && DIGITS.matcher(written).matches()) {
            return provider.createValue(Long.parseLong(written));
        }
        try {
            return provider.createValue(new BigDecimal(written));
        } catch (NumberFormatException exponent) {
            throw path.refused(JsonProblem.EXPONENT);
        }
    }

    private RefusedException tooLong(JsonPath path) {
        return path.refused(JsonProblem.BYTES, longestItem);
    }

    private long offset() {
        return parser.getLocation().getStreamOffset();
    }

    private long utf8Length(int start, int end) {
        long bytes = 0;
        for (int i = start; i < end; i++) {
            char sign = text.charAt(i);
            // Each half of a surrogate pair counts for two of the four bytes of both.
            bytes += sign < ONE_BYTE ? 1 : sign < TWO_BYTES || Character.isSurrogate(sign) ? 2 : 3;
        }
        return bytes;
    }

    @Override
    public void close() {
        parser.close();
    }

    /**
     * Knows whether its end was read, and so whether a text is cut off; can end early, so that an item that is too long
     * is not read as a whole.
     */
    private static final class EndAwareReader extends Reader {

        private final StringReader text;
        private long position;
        private long end = Long.MAX_VALUE;
        private boolean atEnd;
        private boolean stopped;

        EndAwareReader(String text) {
            this.text = new StringReader(text);
        }

        void endAt(long offset) {
            end = offset;
        }

        boolean isAtEnd() {
            return atEnd;
        }

        boolean wasStopped() {
            return stopped;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            if (position > end) {
                stopped = true;
                return -1;
            }
            int read = text.read(buffer, from, length);
            position += Math.max(0, read);
            atEnd = atEnd || read < 0;
            return read;
        }

        @Override
        public void close() {
            text.close();
        }
    }
}

package org.careunit.storage.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.careunit.api.failure.RefusedException;

/**
 * Public records as JSON: an object with a key for each component that is not empty. Safe for use by many threads. Refusals
 * name the place as a JSON Pointer (RFC 6901) and repeat no value.
 */
public final class RecordJson {

    private static final int LONGEST = 500_000;

    private final Components components = new Components();
    private final RecordReader strictly = new RecordReader(components, true);
    private final RecordReader leniently = new RecordReader(components, false);
    private final RecordWriter writer;
    private final JsonReaderFactory readers;

    public RecordJson() {
        JsonProvider json = JsonProvider.provider();
        writer = new RecordWriter(json, components);
        readers = json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
    }

    /** Writes a record. */
    public String write(Record whole) {
        return writer.write(whole).toString();
    }

    /**
     * Reads what somebody wrote: each key must be known, and each component that is not optional be there.
     *
     * @throws RefusedException if it is wrong, saying where and what is allowed
     */
    public <T> T parse(Class<T> type, String text) {
        return type.cast(strictly.record(type, parsed(text), null, ""));
    }

    /**
     * Reads what {@link #write} wrote and nobody changed since: other blanks and another order are all that may differ.
     *
     * @throws RefusedException if it is wrong, saying where and what is allowed
     */
    public <T extends Record> T parseUnchanged(Class<T> type, String text) {
        T read = parse(type, text);
        if (!parsed(write(read)).equals(parsed(text))) {
            throw new RefusedException("The whole: a number or a text is not in the form it was written in");
        }
        return read;
    }

    /** Reads a list of records as {@link #parse} reads one. */
    public <T> List<T> parseList(Class<T> type, String text) {
        if (!(parsed(text) instanceof JsonArray array)) {
            throw new RefusedException("The whole: write a list, […]");
        }
        return IntStream.range(0, array.size())
                .mapToObj(place -> type.cast(strictly.record(type, array.get(place), null, "/" + place)))
                .toList();
    }

    /**
     * Reads what is stored: what is unknown is a newer version's and is passed over.
     *
     * @param missing stands in for components that are not there; null for none
     * @throws RefusedException if this version of Careunit cannot read it
     */
    public <T> T stored(Class<T> type, T missing, String text) {
        return stored(type, missing, parsed(text));
    }

    /** As above, of what is parsed already. */
    public <T> T stored(Class<T> type, T missing, JsonValue value) {
        return type.cast(leniently.record(type, value, missing, ""));
    }

    /**
     * Any JSON.
     *
     * @throws RefusedException if it is too long or none, saying where
     */
    public JsonValue parsed(String text) {
        if (text.length() > LONGEST) {
            throw new RefusedException("This is longer than " + LONGEST + " characters");
        }
        try (JsonReader reader = readers.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonParsingException wrong) {
            throw new RefusedException(
                    "This is not JSON, or an object has a key twice: see line "
                            + wrong.getLocation().getLineNumber() + ", column "
                            + wrong.getLocation().getColumnNumber(),
                    wrong);
        } catch (JsonException twice) {
            throw new RefusedException("This is not JSON: it ends too early, or an object has a key twice", twice);
        }
    }
}

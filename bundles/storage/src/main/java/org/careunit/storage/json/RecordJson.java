package org.careunit.storage.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.careunit.api.failure.RefusedException;

/**
 * Reads and writes public records as JSON: an object with a key for each component that is not empty. Safe for use by
 * many threads. Refusals name the place as a JSON Pointer (RFC 6901) and repeat no value.
 */
public final class RecordJson {

    private final RecordComponents components = new RecordComponents();
    private final RecordReader strictly = new RecordReader(components, true);
    private final RecordReader leniently = new RecordReader(components, false);
    private final RecordWriter writer;
    private final StrictJson json = new StrictJson(JsonLimits.DOCUMENT_CHARACTERS);

    public RecordJson() {
        writer = new RecordWriter(JsonProvider.provider(), components);
    }

    /**
     * Writes a record.
     *
     * @throws RefusedException if a date or the whole is beyond {@link JsonLimits}, so that it could not be read again
     */
    public String write(Record whole) {
        String text = writer.write(whole, JsonPath.WHOLE).toString();
        if (text.length() > JsonLimits.DOCUMENT_CHARACTERS) {
            throw JsonPath.WHOLE.refused(JsonProblem.DOCUMENT_LENGTH, JsonLimits.DOCUMENT_CHARACTERS);
        }
        return text;
    }

    /**
     * Reads text written by people: each key must be known, and each component that is not optional present.
     *
     * @throws RefusedException if it is wrong, saying where and what is allowed
     */
    public <T> T parse(Class<T> type, String text) {
        return type.cast(strictly.record(type, parsed(text), null, JsonPath.WHOLE));
    }

    /**
     * Reads unchanged output of {@link #write}: only white space and the order of keys may differ.
     *
     * @throws RefusedException if it is wrong, saying where and what is allowed
     */
    public <T extends Record> T parseUnchanged(Class<T> type, String text) {
        T read = parse(type, text);
        if (!parsed(write(read)).equals(parsed(text))) {
            throw JsonPath.WHOLE.refused(JsonProblem.NOT_AS_WRITTEN);
        }
        return read;
    }

    /** Reads a list of records as {@link #parse} reads one. */
    public <T> List<T> parseList(Class<T> type, String text) {
        if (!(parsed(text) instanceof JsonArray array)) {
            throw JsonPath.WHOLE.refused(JsonProblem.NO_LIST);
        }
        return strictly.list(type, array, JsonPath.WHOLE).stream()
                .map(type::cast)
                .toList();
    }

    /**
     * Reads stored JSON: unknown keys come from a newer version and are ignored.
     *
     * @param missing stands in for components that are not there; null for none
     * @throws RefusedException if this version of Careunit cannot read it
     */
    public <T> T stored(Class<T> type, T missing, String text) {
        return stored(type, missing, parsed(text));
    }

    /** As above, of what is parsed already. */
    public <T> T stored(Class<T> type, T missing, JsonValue value) {
        return type.cast(leniently.record(type, value, missing, JsonPath.WHOLE));
    }

    /**
     * Any JSON.
     *
     * @throws RefusedException as {@link StrictJson#read} does
     */
    public JsonValue parsed(String text) {
        return json.read(text);
    }
}

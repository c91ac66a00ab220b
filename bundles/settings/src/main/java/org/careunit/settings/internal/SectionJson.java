package org.careunit.settings.internal;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Map;
import org.careunit.api.failure.RefusedException;

/** Sections as JSON. Safe for use by many threads. */
final class SectionJson {

    private static final int LONGEST = 500_000;

    private final RecordWriter writer;
    private final JsonReaderFactory readers;
    private final RecordReader strictly = new RecordReader(true);
    private final RecordReader leniently = new RecordReader(false);

    SectionJson() {
        JsonProvider json = JsonProvider.provider();
        writer = new RecordWriter(json);
        readers = json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
    }

    String write(Record section) {
        return writer.write(section).toString();
    }

    /**
     * Reads what somebody wrote.
     *
     * @throws RefusedException if it is wrong, saying where and what is allowed
     */
    <T> T parse(SectionForm<T> form, String text) {
        return form.type().cast(strictly.record(form.type(), parsed(text), null, ""));
    }

    /**
     * Reads what is stored; what is missing is as if nobody had saved it.
     *
     * @throws RefusedException if this version of Careunit cannot read it
     */
    <T> T stored(SectionForm<T> form, String text) {
        return stored(form, parsed(text));
    }

    <T> T stored(SectionForm<T> form, JsonValue value) {
        return form.type().cast(leniently.record(form.type(), value, form.unset(), ""));
    }

    /** Any JSON. */
    JsonValue parsed(String text) {
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

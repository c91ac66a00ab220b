package org.careunit.storage.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.careunit.api.failure.RefusedException;

/**
 * Reads the values of one JSON object by key and type. A key that is {@code null} counts as missing; keys that nobody
 * asks for are passed over. Refusals begin with the path and repeat no value.
 */
public final class JsonFields {

    private final JsonObject object;
    private final JsonPath path;

    /** @throws RefusedException if the value is no object */
    public JsonFields(JsonValue value, JsonPath path) {
        this.object = RecordReader.expect(JsonObject.class, value, path, () -> "write an object, {…}");
        this.path = path;
    }

    /** A whole number; empty if it is missing. */
    public OptionalLong wholeNumber(String key) {
        return value(key)
                .map(value -> OptionalLong.of(RecordReader.longNumber(value, path.key(key))))
                .orElseGet(OptionalLong::empty);
    }

    /** An instant, written with its offset from UTC. */
    public Instant instant(String key) {
        return text(key, JsonFields::instantWithOffset);
    }

    /**
     * What a text says.
     *
     * @throws RefusedException if it is missing, blank or no text, or as {@code reading} does
     */
    public <T> T text(String key, Function<String, T> reading) {
        JsonPath place = path.key(key);
        String text = value(key)
                .map(value -> RecordReader.expect(JsonString.class, value, place, () -> JsonFormats.as(String.class))
                        .getString())
                .orElse("");
        if (text.isBlank()) {
            throw place.refused(JsonProblem.MISSING, JsonFormats.as(String.class));
        }
        try {
            return reading.apply(text);
        } catch (RefusedException wrong) {
            throw wrong.within(place.pointer());
        }
    }

    private Optional<JsonValue> value(String key) {
        return Optional.ofNullable(object.get(key)).filter(value -> value != JsonValue.NULL);
    }

    private static Instant instantWithOffset(String text) {
        try {
            if (text.length() <= JsonLimits.TIME_CHARACTERS) {
                return JsonLimits.instant(OffsetDateTime.parse(text).toInstant());
            }
        } catch (DateTimeException otherForm) {
            // Its message repeats the text, so it is not used as a cause.
        }
        throw JsonProblem.TIME.refused(JsonLimits.FIRST_YEAR, JsonLimits.LAST_YEAR);
    }
}

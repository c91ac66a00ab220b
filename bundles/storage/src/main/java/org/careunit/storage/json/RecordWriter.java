package org.careunit.storage.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.failure.RefusedException;

/** Writes records as JSON: an object with a key for each component that is not empty. */
final class RecordWriter {

    private final JsonProvider json;
    private final RecordComponents components;

    RecordWriter(JsonProvider json, RecordComponents components) {
        this.json = json;
        this.components = components;
    }

    /**
     * An object or, for a record that {@linkplain RecordComponents#isText is a text}, its text; null for an empty
     * optional.
     *
     * @throws RefusedException if a date is beyond {@link JsonLimits}
     */
    JsonValue write(Object value, JsonPath path) {
        if (value instanceof Optional<?> optional) {
            return optional.map(present -> write(present, path)).orElse(null);
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? json.createValue(number.getAsInt()) : null;
        }
        if (value instanceof Collection<?> several) {
            return list(several, path);
        }
        return value instanceof Map<?, ?> map ? object(map, path) : single(value, path);
    }

    private JsonValue single(Object value, JsonPath path) {
        if (value instanceof Boolean yes) {
            return yes ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return json.createValue(((Number) value).longValue());
        }
        if (value instanceof Record whole && !components.isText(whole.getClass())) {
            return object(whole, path);
        }
        return json.createValue(value instanceof Record text ? components.text(text) : text(value, path));
    }

    private static String text(Object value, JsonPath path) {
        try {
            if (value instanceof LocalDate day) {
                JsonLimits.day(day);
            } else if (value instanceof Instant instant) {
                JsonLimits.instant(instant);
            }
        } catch (DateTimeException far) {
            throw path.refused(JsonProblem.FAR, far.getMessage());
        }
        return value instanceof Enum<?> word ? word.name() : value.toString();
    }

    private JsonValue list(Collection<?> several, JsonPath path) {
        JsonArrayBuilder list = json.createArrayBuilder();
        int place = 0;
        for (Object one : several) {
            list.add(write(one, path.item(place++)));
        }
        return list.build();
    }

    private JsonValue object(Map<?, ?> map, JsonPath path) {
        JsonObjectBuilder object = json.createObjectBuilder();
        map.forEach((key, value) -> object.add(key.toString(), write(value, path.key(key.toString()))));
        return object.build();
    }

    private JsonValue object(Record whole, JsonPath path) {
        JsonObjectBuilder object = json.createObjectBuilder();
        for (RecordComponent component : components.of(whole.getClass())) {
            JsonValue value = write(RecordComponents.value(whole, component), path.key(component.getName()));
            if (value != null) {
                object.add(component.getName(), value);
            }
        }
        return object.build();
    }
}

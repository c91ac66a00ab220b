package org.careunit.storage.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes records as JSON: an object with a key for each component that is not empty. */
public final class RecordWriter {

    private final JsonProvider json;
    private final Components components;

    public RecordWriter(JsonProvider json, Components components) {
        this.json = json;
        this.components = components;
    }

    /** An object or, for a record that {@linkplain Components#isText is a text}, its text; null for an empty optional. */
    public JsonValue write(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(this::write).orElse(null);
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? json.createValue(number.getAsInt()) : null;
        }
        if (value instanceof Collection<?> several) {
            return list(several);
        }
        return value instanceof Map<?, ?> map ? object(map) : single(value);
    }

    private JsonValue single(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return json.createValue(((Number) value).longValue());
        }
        if (value instanceof Record whole && !components.isText(whole.getClass())) {
            return object(whole);
        }
        return json.createValue(value instanceof Record text ? components.text(text) : text(value));
    }

    private static String text(Object value) {
        return value instanceof Enum<?> word ? word.name() : value.toString();
    }

    private JsonValue list(Collection<?> several) {
        JsonArrayBuilder list = json.createArrayBuilder();
        several.forEach(one -> list.add(write(one)));
        return list.build();
    }

    private JsonValue object(Map<?, ?> map) {
        JsonObjectBuilder object = json.createObjectBuilder();
        map.forEach((key, value) -> object.add(key.toString(), write(value)));
        return object.build();
    }

    private JsonValue object(Record whole) {
        JsonObjectBuilder object = json.createObjectBuilder();
        for (RecordComponent component : components.of(whole.getClass())) {
            JsonValue value = write(Components.value(whole, component));
            if (value != null) {
                object.add(component.getName(), value);
            }
        }
        return object.build();
    }
}

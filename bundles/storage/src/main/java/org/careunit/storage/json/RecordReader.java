package org.careunit.storage.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;

/**
 * Reads records from the JSON that {@link RecordWriter} writes. Strictly, for people: each key must be known, and each
 * component that is not optional be there. Leniently, for the store: unknown keys come from a newer version and are
 * ignored, missing ones are taken from a default record. Refusals begin with the place as a JSON Pointer (RFC 6901) and
 * repeat no value.
 */
final class RecordReader {

    private final RecordComponents components;
    private final boolean strict;

    RecordReader(RecordComponents components, boolean strict) {
        this.components = components;
        this.strict = strict;
    }

    /**
     * Reads a record.
     *
     * @param pattern stands in for what is missing, if reading leniently; null for none
     * @param path where the value is
     * @throws RefusedException if the value is wrong
     */
    Object record(Class<?> type, JsonValue value, Object pattern, JsonPath path) {
        JsonObject object = expect(JsonObject.class, value, path, () -> "write an object, {…}");
        List<RecordComponent> all = components.of(type);
        Problems problems = new Problems();
        if (strict) {
            addUnknown(problems, object, all, path);
        }
        Object[] read = new Object[all.size()];
        for (int place = 0; place < read.length; place++) {
            RecordComponent component = all.get(place);
            read[place] = problems.value(() -> component(component, object, pattern, path));
        }
        problems.refuse();
        return refusedAt(path, () -> components.join(type, read));
    }

    private static void addUnknown(
            Problems problems, JsonObject object, List<RecordComponent> components, JsonPath path) {
        List<String> known = components.stream().map(RecordComponent::getName).toList();
        object.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key ->
                        problems.add(JsonProblem.UNKNOWN_KEY.at(path.key(key).pointer(), String.join(", ", known))));
    }

    private Object component(RecordComponent component, JsonObject object, Object pattern, JsonPath path) {
        JsonValue value = object.get(component.getName());
        JsonPath place = path.key(component.getName());
        if (value != null) {
            return value(component.getGenericType(), value, place);
        }
        boolean optional = component.getType() == Optional.class || component.getType() == OptionalInt.class;
        if (strict && !optional) {
            throw place.refused(JsonProblem.MISSING, JsonFormats.as(component.getGenericType()));
        }
        return pattern == null ? JsonFormats.missing(component.getType()) : RecordComponents.value(pattern, component);
    }

    private Object value(Type type, JsonValue value, JsonPath path) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, value, path);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == boolean.class || plain == Boolean.class) {
            return yesOrNo(value, path);
        }
        if (plain == OptionalInt.class) {
            return value == JsonValue.NULL ? OptionalInt.empty() : OptionalInt.of(number(value, path));
        }
        if (plain == int.class || plain == Integer.class) {
            return number(value, path);
        }
        if (plain == long.class) {
            return longNumber(value, path);
        }
        return plain.isRecord() && !components.isText(plain)
                ? record(plain, value, null, path)
                : text(plain, value, path);
    }

    private Object generic(ParameterizedType type, JsonValue value, JsonPath path) {
        Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) {
            return value == JsonValue.NULL ? Optional.empty() : Optional.of(value(last, value, path));
        }
        if (type.getRawType() == Map.class) {
            return map(type, expect(JsonObject.class, value, path, () -> JsonFormats.as(type)), path);
        }
        List<Object> list = list(last, expect(JsonArray.class, value, path, () -> JsonFormats.as(type)), path);
        return type.getRawType() == Set.class ? new LinkedHashSet<>(list) : list;
    }

    /** The items of a list; all that is wrong with them is said at once. */
    List<Object> list(Type of, JsonArray array, JsonPath path) {
        Problems problems = new Problems();
        List<Object> read = new ArrayList<>(array.size());
        for (int place = 0; place < array.size(); place++) {
            JsonPath item = path.item(place);
            JsonValue value = array.get(place);
            read.add(problems.value(() -> value(of, value, item)));
        }
        problems.refuse();
        return read;
    }

    private Map<Object, Object> map(ParameterizedType type, JsonObject object, JsonPath path) {
        Class<?> keys = (Class<?>) type.getActualTypeArguments()[0];
        Type of = type.getActualTypeArguments()[1];
        Map<Object, Object> read = new LinkedHashMap<>();
        Problems problems = new Problems();
        object.forEach((text, value) -> {
            Object key = problems.value(() -> key(keys, text, path.key(text)));
            read.put(key, problems.value(() -> value(of, value, path.key(text))));
        });
        problems.refuse();
        return read;
    }

    private Object key(Class<?> type, String text, JsonPath path) {
        return type == String.class ? text : refusedAt(path, () -> components.join(type, text));
    }

    private static boolean yesOrNo(JsonValue value, JsonPath path) {
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw wrong(boolean.class, path, value);
        }
        return value == JsonValue.TRUE;
    }

    private static int number(JsonValue value, JsonPath path) {
        try {
            return whole(int.class, value, path).intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw path.refused(JsonProblem.DIGITS, JsonFormats.as(int.class), "nine");
        }
    }

    static long longNumber(JsonValue value, JsonPath path) {
        try {
            return whole(long.class, value, path).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw path.refused(JsonProblem.DIGITS, JsonFormats.as(long.class), 18);
        }
    }

    /** A number in digits alone: {@code 1.0} and {@code 1e3} are refused. */
    static BigDecimal whole(Class<?> type, JsonValue value, JsonPath path) {
        BigDecimal number = expect(JsonNumber.class, value, path, () -> JsonFormats.as(type))
                .bigDecimalValue();
        if (number.scale() != 0) {
            throw path.refused(JsonProblem.DIGITS_ALONE, JsonFormats.as(type));
        }
        return number;
    }

    private Object text(Class<?> type, JsonValue value, JsonPath path) {
        String text = expect(JsonString.class, value, path, () -> JsonFormats.as(type))
                .getString();
        return refusedAt(
                path, () -> components.isText(type) ? components.join(type, text) : JsonFormats.read(type, text));
    }

    static <V extends JsonValue> V expect(Class<V> form, JsonValue value, JsonPath path, Supplier<String> allowed) {
        if (!form.isInstance(value)) {
            throw path.refused(JsonProblem.TYPE, JsonFormats.found(value), allowed.get());
        }
        return form.cast(value);
    }

    private static RefusedException wrong(Type type, JsonPath path, JsonValue value) {
        return path.refused(JsonProblem.TYPE, JsonFormats.found(value), JsonFormats.as(type));
    }

    private static Object refusedAt(JsonPath path, Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (RefusedException refusal) {
            throw path == JsonPath.WHOLE ? refusal : refusal.within(path.pointer());
        }
    }
}

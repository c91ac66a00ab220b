package org.careunit.storage.json;

import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.failure.RefusedException;

/** Formats of values in JSON, and how refusals describe them. */
final class JsonFormats {

    private static final Map<Class<?>, Text> TEXTS = Map.of(
            String.class, new Text("write a text", Integer.MAX_VALUE, text -> text),
            LocalDate.class, time("write a day such as \"2026-12-24\"", text -> JsonLimits.day(LocalDate.parse(text))),
            LocalTime.class, time("write a time of day such as \"08:00\"", LocalTime::parse),
            Instant.class,
                    time(
                            "write an instant such as \"2026-12-24T07:00:00Z\"",
                            text -> JsonLimits.instant(Instant.parse(text))),
            Period.class, time("write a period such as \"P3M\" or \"P14D\"", Period::parse),
            Duration.class, time("write a duration such as \"PT10M\"", Duration::parse),
            URI.class,
                    new Text("write an address such as \"https://www.example.org/\"", Integer.MAX_VALUE, URI::create));

    private static final Map<Class<?>, String> OTHERS = Map.of(
            boolean.class, "write true or false",
            Boolean.class, "write true or false",
            int.class, "write a whole number",
            long.class, "write a whole number",
            Integer.class, "write a whole number",
            OptionalInt.class, "write a whole number",
            List.class, "write a list, […]",
            Set.class, "write a list, […]",
            Map.class, "write an object, {…}");

    private JsonFormats() {}

    /** Description of a type's format for people. */
    static String as(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Optional.class
                    ? as(generic.getActualTypeArguments()[0])
                    : as(generic.getRawType());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return "write one of " + words(plain);
        }
        return TEXTS.containsKey(plain) ? TEXTS.get(plain).allowed() : OTHERS.getOrDefault(plain, inOtherRecord(plain));
    }

    private static String inOtherRecord(Class<?> type) {
        return type.isRecord() && !new RecordComponents().isText(type) ? "write an object, {…}" : "write a text";
    }

    /**
     * Reads a value that is no record and is written as a text.
     *
     * @throws RefusedException if it has another form
     */
    static Object read(Class<?> type, String text) {
        if (type.isEnum()) {
            return word(type, text);
        }
        Text form = TEXTS.get(type);
        if (text.length() > form.longest()) {
            throw otherForm(type);
        }
        try {
            return form.reading().apply(text);
        } catch (DateTimeException | IllegalArgumentException otherForm) {
            // Their messages repeat the text, so they are not used as causes.
            throw otherForm(type);
        }
    }

    private static RefusedException otherForm(Class<?> type) {
        JsonProblem problem =
                type == LocalDate.class || type == Instant.class ? JsonProblem.FORM_OR_YEAR : JsonProblem.FORM;
        return problem.refused(as(type));
    }

    private static Text time(String allowed, Function<String, Object> reading) {
        return new Text(allowed, JsonLimits.TIME_CHARACTERS, reading);
    }

    private static Object word(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(word -> ((Enum<?>) word).name().equals(text))
                .findFirst()
                .orElseThrow(() -> JsonProblem.WORD.refused(as(type)));
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(word -> "\"" + ((Enum<?>) word).name() + "\"")
                .collect(Collectors.joining(", "));
    }

    /** Default of a component that a stored document lacks. */
    static Object missing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == int.class ? (Object) 0 : null;
    }

    /** What a value is, without its content. */
    static String found(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "a number";
            default -> value.toString().toLowerCase(Locale.ROOT);
        };
    }

    /**
     * How a value is written as a text.
     *
     * @param longest the longest text, in characters
     */
    private record Text(String allowed, int longest, Function<String, Object> reading) {}
}

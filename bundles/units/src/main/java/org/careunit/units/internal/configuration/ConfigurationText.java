package org.careunit.units.internal.configuration;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;

/** A configuration as a JSON document: parts by their keys, and in each the entries by theirs. Safe for use by many threads. */
final class ConfigurationText {

    static final int FORMAT = 1;

    private static final String FORMAT_KEY = "format";
    private static final int LONGEST = 5_000_000;

    private final JsonProvider json = JsonProvider.provider();
    private final JsonReaderFactory readers =
            json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    String write(Map<String, Map<String, Optional<String>>> parts) {
        JsonObjectBuilder whole = json.createObjectBuilder().add(FORMAT_KEY, FORMAT);
        parts.forEach((part, entries) -> whole.add(part, object(entries)));
        return whole.build().toString();
    }

    /** One entry under its part; nothing where nothing is said, so that a comparison says what was added or removed. */
    String alone(String part, String entry, Optional<String> said) {
        JsonObjectBuilder entries = json.createObjectBuilder();
        said.ifPresent(text -> entries.add(entry, parsed(text)));
        return json.createObjectBuilder().add(part, entries).build().toString();
    }

    /**
     * Takes a document apart.
     *
     * @throws RefusedException if it is no such document, saying where
     */
    Map<String, Map<String, Optional<String>>> read(String document) {
        JsonObject whole = object("", parsed(document));
        JsonValue format = whole.get(FORMAT_KEY);
        if (!(format instanceof JsonNumber number && number.toString().equals(Integer.toString(FORMAT)))) {
            throw new RefusedException("/" + FORMAT_KEY + ": write " + FORMAT + ", the only format there is");
        }
        Map<String, Map<String, Optional<String>>> parts = new LinkedHashMap<>();
        whole.forEach((key, value) -> {
            if (!key.equals(FORMAT_KEY)) {
                parts.put(key, entries("/" + key, value));
            }
        });
        return parts;
    }

    private static Map<String, Optional<String>> entries(String path, JsonValue value) {
        Map<String, Optional<String>> entries = new LinkedHashMap<>();
        object(path, value)
                .forEach((key, said) ->
                        entries.put(key, said == JsonValue.NULL ? Optional.empty() : Optional.of(said.toString())));
        return entries;
    }

    private JsonObjectBuilder object(Map<String, Optional<String>> entries) {
        JsonObjectBuilder object = json.createObjectBuilder();
        entries.forEach(
                (entry, said) -> object.add(entry, said.map(this::parsed).orElse(JsonValue.NULL)));
        return object;
    }

    private static JsonObject object(String path, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new RefusedException((path.isEmpty() ? "The whole" : path) + ": write an object, {…}");
    }

    private JsonValue parsed(String text) {
        if (text.length() > LONGEST) {
            throw new RefusedException("This is longer than " + LONGEST + " characters");
        }
        try (JsonReader reader = readers.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException wrong) {
            throw new RefusedException("This is not JSON, or an object has a key twice", wrong);
        }
    }
}

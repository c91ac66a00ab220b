package org.careunit.units.internal.configuration;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.json.JsonLimits;
import org.careunit.storage.json.JsonPath;
import org.careunit.storage.json.JsonProblem;
import org.careunit.storage.json.StrictJson;
import org.careunit.units.internal.problems.UnitProblem;

/**
 * Reads and writes a configuration as a JSON document: parts by key, and in each part the entries by key. Safe for use
 * by many threads.
 */
final class ConfigurationText {

    static final int FORMAT = 1;

    private static final String FORMAT_KEY = "format";

    private final JsonProvider json = JsonProvider.provider();
    private final StrictJson reader = new StrictJson(JsonLimits.CONFIGURATION_CHARACTERS);

    String write(Map<String, Map<String, Optional<String>>> parts) {
        JsonObjectBuilder whole = json.createObjectBuilder().add(FORMAT_KEY, FORMAT);
        parts.forEach((part, entries) -> whole.add(part, object(entries)));
        return whole.build().toString();
    }

    /**
     * One entry within its part; an empty document without a value, so that comparisons show additions and removals.
     */
    String alone(String part, String entry, Optional<String> said) {
        JsonObjectBuilder entries = json.createObjectBuilder();
        said.ifPresent(text -> entries.add(entry, reader.read(text)));
        return json.createObjectBuilder().add(part, entries).build().toString();
    }

    /**
     * Parses a document.
     *
     * @throws RefusedException if it is no such document, saying where
     */
    Map<String, Map<String, Optional<String>>> read(String document) {
        JsonObject whole = object(JsonPath.WHOLE, reader.read(document));
        JsonValue format = whole.get(FORMAT_KEY);
        Problems problems = new Problems();
        if (!(format instanceof JsonNumber number && number.toString().equals(Integer.toString(FORMAT)))) {
            problems.add(UnitProblem.FORMAT.at(JsonPath.WHOLE.key(FORMAT_KEY).pointer(), FORMAT));
        }
        Map<String, Map<String, Optional<String>>> parts = new LinkedHashMap<>();
        whole.forEach((key, value) -> {
            if (!key.equals(FORMAT_KEY)) {
                parts.put(key, problems.value(() -> entries(JsonPath.WHOLE.key(key), value)));
            }
        });
        problems.refuse();
        return parts;
    }

    private static Map<String, Optional<String>> entries(JsonPath path, JsonValue value) {
        Map<String, Optional<String>> entries = new LinkedHashMap<>();
        object(path, value)
                .forEach((key, said) ->
                        entries.put(key, said == JsonValue.NULL ? Optional.empty() : Optional.of(said.toString())));
        return entries;
    }

    private JsonObjectBuilder object(Map<String, Optional<String>> entries) {
        JsonObjectBuilder object = json.createObjectBuilder();
        entries.forEach(
                (entry, said) -> object.add(entry, said.map(reader::read).orElse(JsonValue.NULL)));
        return object;
    }

    private static JsonObject object(JsonPath path, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw path.refused(JsonProblem.NO_OBJECT);
    }
}

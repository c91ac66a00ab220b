package org.careunit.journal.internal.fhir;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.json.StrictJson;

/** Reads resources that a server sends. */
final class FhirJson {

    private static final int LONGEST = 500_000;

    private final StrictJson json = new StrictJson(LONGEST);

    /** The resource of a type; empty if the text is anything else. */
    Optional<JsonObject> read(String text, String type) {
        try {
            return json.read(text) instanceof JsonObject object
                            && text(object, "resourceType").equals(type)
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (RefusedException noJson) {
            return Optional.empty();
        }
    }

    /** A text in an object; empty if there is none. */
    static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonString text ? text.getString() : "";
    }

    /** An object in an object; an empty one if there is none. */
    static JsonObject object(JsonObject object, String key) {
        return object.get(key) instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The objects in a list of an object. */
    static List<JsonObject> objects(JsonObject object, String key) {
        return object.get(key) instanceof JsonArray list
                ? list.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }

    /** The first text in a list of an object; empty if there is none. */
    static String firstText(JsonObject object, String key) {
        return object.get(key) instanceof JsonArray list && !list.isEmpty() && list.get(0) instanceof JsonString text
                ? text.getString()
                : "";
    }
}

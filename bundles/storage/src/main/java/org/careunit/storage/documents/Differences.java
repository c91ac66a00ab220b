package org.careunit.storage.documents;

import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.history.Saved;

/** Finds the differences between two versions of a document. Safe for use by many threads. */
public final class Differences {

    /** Looked up once, since a look-up takes longer than a comparison. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private Differences() {}

    /**
     * Compares two documents.
     *
     * @param before a JSON object or array; {@code {}} where there was none
     * @param after likewise
     * @return from what to what, in the order in which the one becomes the other: a path into a list counts as the list
     *     stands by then; empty if both say the same
     */
    public static List<Saved.Change> between(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        JsonStructure current = parsed(before);
        List<Saved.Change> changes = new ArrayList<>();
        for (JsonValue step : JSON.createDiff(current, parsed(after)).toJsonArray()) {
            JsonObject operation = step.asJsonObject();
            changes.add(change(current, operation));
            current = JSON.createPatch(JSON.createArrayBuilder().add(operation).build())
                    .apply(current);
        }
        return List.copyOf(changes);
    }

    private static Saved.Change change(JsonStructure current, JsonObject operation) {
        String path = operation.getString("path");
        boolean added = "add".equals(operation.getString("op"));
        JsonPointer place = JSON.createPointer(path);
        return new Saved.Change(
                path,
                added ? Optional.empty() : Optional.of(place.getValue(current).toString()),
                Optional.ofNullable(operation.get("value")).map(JsonValue::toString));
    }

    private static JsonStructure parsed(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.read();
        }
    }
}

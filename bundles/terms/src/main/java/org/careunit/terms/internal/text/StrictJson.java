package org.careunit.terms.internal.text;

import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;

/** Reads JSON that people and hosts hand in: no key twice, none that is unknown; refusals name the path and repeat no value. */
public final class StrictJson {

    private static final int LONGEST = 1_000_000;

    private final JsonProvider json = JsonProvider.provider();
    private final JsonReaderFactory readers =
            json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    /** To build objects and lists with. */
    public JsonProvider builders() {
        return json;
    }

    /** @throws RefusedException if it is no object */
    public JsonObject object(String text) {
        if (text.length() > LONGEST) {
            throw new RefusedException("This is longer than " + LONGEST + " characters");
        }
        try (JsonReader reader = readers.createReader(new StringReader(text))) {
            return as(JsonObject.class, reader.readValue(), "The whole", "an object, {…}");
        } catch (JsonParsingException wrong) {
            throw new RefusedException(
                    "This is not JSON: see line " + wrong.getLocation().getLineNumber() + ", column "
                            + wrong.getLocation().getColumnNumber(),
                    wrong);
        } catch (JsonException wrong) {
            throw new RefusedException("This is not JSON: it ends too early, or an object has a key twice", wrong);
        }
    }

    /** @throws RefusedException if the object has another key */
    public void onlyKnown(JsonObject object, String path, String... keys) {
        object.keySet().stream()
                .filter(key -> !List.of(keys).contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new RefusedException(
                            path + "/" + key + ": there is no such key; there are " + String.join(", ", keys));
                });
    }

    public String text(JsonObject object, String key, String path) {
        return optionalText(object, key, path)
                .orElseThrow(() -> new RefusedException(path + "/" + key + ": this is missing; write a text"));
    }

    public Optional<String> optionalText(JsonObject object, String key, String path) {
        return Optional.ofNullable(object.get(key)).map(value -> as(JsonString.class, value, path + "/" + key, "a text")
                .getString());
    }

    /** A whole number of at most 18 digits. */
    public long number(JsonObject object, String key, String path) {
        JsonNumber number = as(JsonNumber.class, object.get(key), path + "/" + key, "a whole number");
        if (!number.toString().matches("0|[1-9]\\d{0,17}")) {
            throw new RefusedException(path + "/" + key + ": write a whole number");
        }
        return number.longValueExact();
    }

    public JsonArray list(JsonObject object, String key, String path) {
        return as(JsonArray.class, object.get(key), path + "/" + key, "a list, […]");
    }

    public JsonObject object(JsonValue value, String path) {
        return as(JsonObject.class, value, path, "an object, {…}");
    }

    private static <V extends JsonValue> V as(Class<V> form, JsonValue value, String path, String allowed) {
        if (!form.isInstance(value)) {
            throw new RefusedException(path + ": write " + allowed);
        }
        return form.cast(value);
    }
}

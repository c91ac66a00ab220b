package org.careunit.storage.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.careunit.api.failure.ProblemCode;
import org.careunit.api.failure.RefusedException;

/**
 * Path to a value in a JSON document, written as a JSON Pointer (RFC 6901). Safe for refusals: a long key is cut, and
 * one that could be a personal identity number is left out. Immutable; a step costs the same at any depth.
 */
public final class JsonPath {

    /** The document itself. */
    public static final JsonPath WHOLE = new JsonPath(null, null, -1);

    private static final int SHOWN = 40;
    private static final Pattern INVISIBLE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]");
    private static final Pattern PERSON_NUMBER = Pattern.compile("(?<![\\p{L}\\p{Nd}])\\p{Nd}{10}");

    private final JsonPath parent;
    private final String key;
    private final int index;

    private JsonPath(JsonPath parent, String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    /** The value of a key of the object here. */
    public JsonPath key(String name) {
        return new JsonPath(this, name, -1);
    }

    /** An item of the list here, counted from 0. */
    public JsonPath item(int place) {
        return new JsonPath(this, null, place);
    }

    /** A refusal of what is here. */
    public RefusedException refused(ProblemCode problem, Object... values) {
        return problem.refusedAt(pointer(), values);
    }

    /** Words for the whole document, whose pointer is empty. */
    @Override
    public String toString() {
        return parent == null ? "The whole" : pointer();
    }

    /** The JSON Pointer; empty for the whole document. */
    public String pointer() {
        Deque<String> steps = new ArrayDeque<>();
        for (JsonPath place = this; place.parent != null; place = place.parent) {
            steps.push(place.key == null ? Integer.toString(place.index) : shown(place.key));
        }
        return steps.isEmpty() ? "" : "/" + String.join("/", steps);
    }

    private static String shown(String key) {
        String cut = key.length() <= SHOWN ? key : key.substring(0, SHOWN) + "…";
        if (PERSON_NUMBER.matcher(BETWEEN.matcher(cut).replaceAll("")).find()) {
            return "(a key of " + key.length() + " characters)";
        }
        return INVISIBLE.matcher(cut).replaceAll("?").replace("~", "~0").replace("/", "~1");
    }
}

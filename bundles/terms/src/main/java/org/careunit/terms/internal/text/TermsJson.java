package org.careunit.terms.internal.text;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.terms.internal.text.Words.Entry;

/** Terms as JSON: as people write them, and as they are kept. Safe for use by many threads. */
public final class TermsJson {

    /** The number of the kept forms. */
    public static final int SHAPE = 1;

    private static final String POINTS = "points";
    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final String WITHOUT = "without";

    private final StrictJson strict = new StrictJson();

    /** To read other things with. */
    public StrictJson strict() {
        return strict;
    }

    /** @throws RefusedException if it is wrong, naming the path */
    public TermsText parse(String json) {
        JsonObject object = strict.object(json);
        strict.onlyKnown(object, "", POINTS);
        return new TermsText(points(strict.list(object, POINTS, ""), "/" + POINTS));
    }

    /** @throws RefusedException as above */
    public List<TermsPoint> points(JsonArray list, String path) {
        List<TermsPoint> points = new ArrayList<>();
        for (int place = 0; place < list.size(); place++) {
            points.add(point(strict.object(list.get(place), path + "/" + place), path + "/" + place));
        }
        return points;
    }

    private TermsPoint point(JsonObject object, String path) {
        strict.onlyKnown(object, path, ID, TEXT);
        String text = strict.text(object, TEXT, path);
        try {
            return strict.optionalText(object, ID, path)
                    .map(id -> TermsPoint.of(id, text))
                    .orElseGet(() -> TermsPoint.added(text));
        } catch (RefusedException wrong) {
            throw new RefusedException(path + ": " + wrong.getMessage(), wrong);
        }
    }

    public String write(TermsText text) {
        return strict.builders()
                .createObjectBuilder()
                .add(POINTS, array(text.points()))
                .build()
                .toString();
    }

    /** Points as a list of objects. */
    public JsonArray array(List<TermsPoint> points) {
        JsonArrayBuilder list = strict.builders().createArrayBuilder();
        points.forEach(point -> list.add(
                strict.builders().createObjectBuilder().add(ID, point.id()).add(TEXT, point.text())));
        return list.build();
    }

    /** As it is kept. */
    public String keep(Words words) {
        JsonArrayBuilder entries = strict.builders().createArrayBuilder();
        words.entries().forEach(entry -> {
            JsonObjectBuilder object = strict.builders().createObjectBuilder().add(ID, entry.id());
            entry.text().ifPresent(text -> object.add(TEXT, text));
            entries.add(object);
        });
        JsonObjectBuilder object = strict.builders().createObjectBuilder().add(POINTS, entries);
        if (!words.without().isEmpty()) {
            object.add(WITHOUT, strict.builders().createArrayBuilder(words.without()));
        }
        return object.build().toString();
    }

    /** Reads what {@link #keep} wrote; what is unknown is a newer version's and passed over. */
    public Words kept(String json) {
        JsonObject object = strict.object(json);
        List<Entry> entries = new ArrayList<>();
        for (JsonValue value : strict.list(object, POINTS, "")) {
            JsonObject entry = strict.object(value, "/" + POINTS);
            entries.add(new Entry(strict.text(entry, ID, ""), strict.optionalText(entry, TEXT, "")));
        }
        List<String> without = object.containsKey(WITHOUT)
                ? strict.list(object, WITHOUT, "").getValuesAs(JsonString::getString)
                : List.of();
        return new Words(entries, without);
    }

    /** As it is kept. */
    public String keep(CheckRules rules) {
        JsonObjectBuilder names = strict.builders().createObjectBuilder();
        rules.outdatedNames().forEach(names::add);
        return strict.builders()
                .createObjectBuilder()
                .add("primaryCancelHours", rules.primaryCancelHours())
                .add("specialistCancelHours", rules.specialistCancelHours())
                .add("primaryCareTypes", strict.builders().createArrayBuilder(rules.primaryCareTypes()))
                .add("outdatedNames", names)
                .add("fewestPoints", rules.fewestPoints())
                .build()
                .toString();
    }

    /** Reads the rules of a region, as {@link #keep(CheckRules)} writes them and people do. */
    public CheckRules rules(String json) {
        JsonObject object = strict.object(json);
        strict.onlyKnown(
                object,
                "",
                "primaryCancelHours",
                "specialistCancelHours",
                "primaryCareTypes",
                "outdatedNames",
                "fewestPoints");
        Set<String> types = new TreeSet<>();
        for (JsonValue type : strict.list(object, "primaryCareTypes", "")) {
            types.add(text(type, "/primaryCareTypes"));
        }
        Map<String, String> names = strict.object(object.get("outdatedNames"), "/outdatedNames").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, name -> text(name.getValue(), "/outdatedNames")));
        return new CheckRules(
                small(object, "primaryCancelHours"),
                small(object, "specialistCancelHours"),
                types,
                names,
                small(object, "fewestPoints"));
    }

    private int small(JsonObject object, String key) {
        return (int) Math.min(Integer.MAX_VALUE, strict.number(object, key, ""));
    }

    private static String text(JsonValue value, String path) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new RefusedException(path + ": write a text");
    }
}

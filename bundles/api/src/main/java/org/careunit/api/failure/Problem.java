package org.careunit.api.failure;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.time.SwedishTime;

/**
 * One thing that is wrong, missing or worth knowing, as data. It never contains a personal identity number, a name of a
 * person, an address or a case's text.
 *
 * @param code which kind, for programs; the manual lists them; never null
 * @param path which field: a component's name or a JSON Pointer (RFC 6901); empty for the whole; never null
 * @param parameters what is filled in in the texts, by name; never null
 * @param swedish for people in a unit; never null
 * @param english for operators and logs; never null
 */
public record Problem(String code, String path, Map<String, String> parameters, String swedish, String english)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(path, "path");
        parameters = parameters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        Objects.requireNonNull(swedish, "swedish");
        Objects.requireNonNull(english, "english");
    }

    static Problem of(ProblemCode kind, String path, Object... values) {
        if (!hasPlaces(kind.english())) {
            return new Problem(kind.code(), path, Map.of(), kind.swedish(), kind.english());
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, String> swedish = new LinkedHashMap<>();
        Matcher places = PLACE.matcher(kind.english());
        for (int next = 0; places.find(); ) {
            if (!parameters.containsKey(places.group(1)) && next < values.length) {
                swedish.put(places.group(1), swedish(values[next]));
                parameters.put(places.group(1), String.valueOf(values[next++]));
            }
        }
        return new Problem(
                kind.code(), path, parameters, filled(kind.swedish(), swedish), filled(kind.english(), parameters));
    }

    /** Days and instants as people read them. */
    private static String swedish(Object value) {
        if (value instanceof Phrase phrase) {
            return phrase.swedish();
        }
        if (value instanceof LocalDate day) {
            return SwedishTime.day(day);
        }
        return value instanceof Instant instant ? SwedishTime.moment(instant) : String.valueOf(value);
    }

    private static String filled(String template, Map<String, String> parameters) {
        if (!hasPlaces(template)) {
            return template;
        }
        StringBuilder text = new StringBuilder(2 * template.length());
        int done = 0;
        for (Matcher places = PLACE.matcher(template); places.find(); done = places.end()) {
            String value = parameters.getOrDefault(places.group(1), places.group());
            text.append(template, done, places.start()).append(value);
        }
        return text.append(template, done, template.length()).toString();
    }

    private static boolean hasPlaces(String template) {
        return template.indexOf('{') >= 0;
    }

    /** The same problem, of what lies within something else. */
    public Problem within(String outer) {
        String separator = path.isEmpty() || path.startsWith("/") || outer.isEmpty() ? "" : "/";
        return new Problem(code, outer + separator + path, parameters, swedish, english);
    }

    /** The same problem with a Swedish text that says more than the code's own. */
    public Problem withSwedish(String more) {
        return new Problem(code, path, parameters, more, english);
    }

    /** The path, if there is one, and the English text. */
    @Override
    public String toString() {
        return path.isEmpty() ? english : path + ": " + english;
    }

    public Problem withCode(String code) {
        return new Problem(code, path, parameters, swedish, english);
    }

    public Problem withPath(String path) {
        return new Problem(code, path, parameters, swedish, english);
    }

    public Problem withParameters(Map<String, String> parameters) {
        return new Problem(code, path, parameters, swedish, english);
    }

    public Problem withEnglish(String english) {
        return new Problem(code, path, parameters, swedish, english);
    }
}

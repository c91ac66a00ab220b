package org.careunit.operations.configuration;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.PastedText;
import org.careunit.operations.OperationsProblem;

/**
 * The values of one configuration, read by key. What is wrong is refused with the configuration's name, the key, what
 * is there and what is allowed; a key that nobody reads is wrong, too. Keys and defaults are those of the annotation
 * type that Metatype shows, so each is written once. Blanks around a value and signs that nobody sees are removed.
 */
public final class Configuration {

    private static final int SHOWN = 80;

    private final String pid;
    private final Map<String, Object> defaults;
    private final Map<String, ?> given;

    private Configuration(String pid, Map<String, Object> defaults, Map<String, ?> given) {
        this.pid = pid;
        this.defaults = defaults;
        this.given = given;
    }

    /**
     * @param pid the configuration's name
     * @param keys the annotation type with the keys and their defaults, such as Declarative Services read them
     * @param given what is configured; may hold more that the container put there
     * @throws RefusedException if there is a key that is none
     */
    public static Configuration of(String pid, Class<? extends Annotation> keys, Map<String, ?> given) {
        Map<String, Object> defaults = new TreeMap<>();
        for (Method method : keys.getDeclaredMethods()) {
            defaults.put(method.getName().replace('_', '.'), method.getDefaultValue());
        }
        Configuration configuration = new Configuration(pid, defaults, given);
        given.keySet().forEach(configuration::refuseUnknown);
        return configuration;
    }

    /** Keys that the container adds have a dot inside, or begin with a letter that none of ours does. */
    private void refuseUnknown(String key) {
        if (!defaults.containsKey(key) && key.indexOf('.', 1) < 0) {
            throw OperationsProblem.UNKNOWN_KEY.refused(pid, shown(key), String.join(", ", defaults.keySet()));
        }
    }

    /** The value as text in one line; empty where none is given and none is the default. */
    public String text(String key) {
        String text = PastedText.trimmed(value(key));
        refuseControlCharacters(key, text);
        return text;
    }

    /** As {@link #text}, and wrong where it is empty. */
    public String required(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            throw wrong(key, "must be given");
        }
        return text;
    }

    /** A password: as it is written, without the line end that a file may have behind it. Never in an error. */
    public String secret(String key) {
        String secret = value(key).replaceFirst("\\R+\\z", "");
        refuseControlCharacters(key, secret);
        return secret;
    }

    private void refuseControlCharacters(String key, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw wrong(key, "has a control character in it");
        }
    }

    /** A whole number from {@code least} to {@code most}. */
    public int number(String key, int least, int most) {
        String written = PastedText.compact(value(key));
        try {
            int number = Integer.parseInt(written.isEmpty() ? String.valueOf(defaults.get(key)) : written);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw wrong(key, "must be a whole number from " + least + " to " + most + ", not '" + shown(written) + "'");
    }

    /** A number of milliseconds. */
    public Duration millis(String key, int least, int most) {
        return Duration.ofMillis(number(key, least, most));
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key) {
        String written = PastedText.compact(value(key)).toLowerCase(Locale.ROOT);
        return switch (written.isEmpty() ? String.valueOf(defaults.get(key)) : written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, "must be true or false, not '" + shown(written) + "'");
        };
    }

    /** One of an enumeration's names, in whatever case it is written. */
    public <E extends Enum<E>> E choice(String key, Class<E> choices) {
        String written = text(key);
        return Arrays.stream(choices.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> wrong(key, "must be " + alternatives(choices) + ", not '" + shown(written) + "'"));
    }

    private static String alternatives(Class<? extends Enum<?>> choices) {
        List<String> names = Arrays.stream(choices.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        int last = names.size() - 1;
        return names.stream().limit(last).collect(Collectors.joining(", ")) + " or " + names.get(last);
    }

    /** The parts between commas, without empty ones. */
    public List<String> list(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /**
     * A file or directory, whether it exists or not; empty where none is named. The operator's to name, as every path
     * in a configuration is.
     */
    public Optional<Path> path(String key) {
        String written = text(key);
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(Path.of(written));
        } catch (InvalidPathException noPath) {
            throw wrong(key, "must be a path, not '" + shown(written) + "'");
        }
    }

    /** A regular file that can be read; empty where none is named. */
    public Optional<Path> file(String key) {
        Optional<Path> file = path(key);
        if (file.filter(path -> !Files.isRegularFile(path) || !Files.isReadable(path))
                .isPresent()) {
            throw wrong(
                    key,
                    "must be a file that can be read, not '" + shown(file.get().toString()) + "'");
        }
        return file;
    }

    /**
     * A refusal.
     *
     * @param what such as {@code must be a DN, not 'x'}; never a secret
     */
    public RefusedException wrong(String key, String what) {
        return OperationsProblem.CONFIGURATION.refused(pid, key, what);
    }

    private String value(String key) {
        if (!defaults.containsKey(key)) {
            throw new IllegalArgumentException(pid + " has no key " + key);
        }
        Object value = given.get(key) == null ? defaults.get(key) : given.get(key);
        return value instanceof Object[] several
                ? Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    /** At most so much of a value as an error may repeat, in one line. */
    private static String shown(String text) {
        String line = PastedText.line(text);
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}

package org.careunit.settings.internal.caretypes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.PastedText;
import org.careunit.settings.internal.problems.SettingsProblem;

/**
 * Reads a catalogue: a line each of key, Swedish name, business codes and, if wanted, everyday words; {@code #} starts
 * a remark.
 */
final class CareTypeFile {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern CODE = Pattern.compile("\\d{4}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_WORDS = 500;

    private CareTypeFile() {}

    /** @throws RefusedException if lines are wrong, naming the number of each */
    static List<CareType> read(List<String> lines) {
        List<CareType> types = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Problems problems = new Problems();
        for (int place = 0; place < lines.size(); place++) {
            String line = withoutMark(lines.get(place)).strip();
            int number = place + 1;
            if (!line.isEmpty() && !line.startsWith("#")) {
                problems.check(() -> types.add(another(keys, number, line)));
            }
        }
        problems.refuse();
        require(!types.isEmpty(), lines.size(), "there is no care type; write at least one");
        return List.copyOf(types);
    }

    private static CareType another(Set<String> keys, int number, String line) {
        CareType type = type(number, line);
        require(keys.add(type.key()), number, "the key " + type.key() + " stands there twice; write each once");
        return type;
    }

    private static CareType type(int number, String line) {
        String[] fields = line.split(";", -1);
        require(
                fields.length == 3 || fields.length == 4,
                number,
                "write key;name;codes;words, such as barnavardscentral;Barnavårdscentral;1504;bvc");
        String key = PastedText.compact(fields[0]);
        String name = PastedText.line(fields[1]);
        require(KEY.matcher(key).matches(), number, "a key has 1 to 60 lower-case letters a to z, digits or hyphens");
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, number, "a name has 1 to 100 characters");
        return new CareType(key, name, codes(number, fields[2]), words(number, fields.length == 4 ? fields[3] : ""));
    }

    private static List<String> words(int number, String field) {
        require(
                field.length() <= LONGEST_WORDS,
                number,
                "the everyday words have at most " + LONGEST_WORDS + " characters");
        return Stream.of(PastedText.line(field).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static SortedSet<String> codes(int number, String field) {
        SortedSet<String> codes = new TreeSet<>();
        for (String code : PastedText.line(field).split(" ")) {
            if (!code.isEmpty()) {
                require(
                        CODE.matcher(code).matches(),
                        number,
                        "a business code has four digits; several have a blank between");
                codes.add(code);
            }
        }
        return Collections.unmodifiableSortedSet(codes);
    }

    private static void require(boolean allowed, int number, String message) {
        if (!allowed) {
            throw SettingsProblem.CARE_TYPE_LINE.refused(number, message);
        }
    }

    /** Editors on Windows put one before the first line. */
    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}

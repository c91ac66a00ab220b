package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/** Names of the services that are not used any more. */
final class OutdatedNames implements Rule {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    @Override
    public List<TermsFinding> find(Passage passage, Expected expected) {
        Map<String, String> names = expected.rules().outdatedNames();
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> longestFirst = names.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        String each = longestFirst.stream().map(name -> "(" + words(name) + ")").collect(Collectors.joining("|"));
        Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + each + ")s?(?![\\p{L}\\p{N}])", FLAGS)
                .matcher(passage.text());
        List<TermsFinding> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(found(passage, matcher, names.get(longestFirst.get(groupOf(matcher)))));
        }
        return found;
    }

    private static TermsFinding found(Passage passage, Matcher matcher, String instead) {
        return passage.found(
                Severity.WARNING,
                matcher.start(),
                matcher.end(),
                "Namnet " + matcher.group().replaceAll("\\s+", " ") + " används inte längre",
                "Skriv " + instead);
    }

    private static int groupOf(Matcher matcher) {
        int group = 1;
        while (matcher.group(group) == null) {
            group++;
        }
        return group - 1;
    }

    private static String words(String name) {
        return Arrays.stream(name.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("[\\s\\h]+"));
    }
}

package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text for operators has a duration or an instant as Java writes it: "33 s", not PT33.229S, and Swedish times. */
class TimesInTextsTest {

    /** A constant, or what a record answers under the name of a component. */
    private static final Pattern DECLARED = Pattern.compile("\\bDuration ([A-Z][A-Z_]*|[a-z]\\w*(?=[,)\\n]))");

    private static final Pattern STATEMENT = Pattern.compile("(?s)\\bLOG\\.(?:info|warn|error)\\(.*?\\);");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern WRITTEN = Pattern.compile("Durations\\.text\\((?:[^()]|\\([^()]*\\))*\\)");
    private static final Pattern CONSTANT = Pattern.compile("(?<=[\\s,(])(?:\\w+\\.)?([A-Z][A-Z_]*)\\s*(?=[,)])");
    private static final Pattern ANSWER = Pattern.compile("\\.([a-z]\\w*)\\(\\)\\s*(?=[,)])");

    @Test
    void logLinesHaveDurationsForPeople() throws IOException {
        List<String> sources = sources();
        Set<String> durations = new HashSet<>();
        for (String source : sources) {
            DECLARED.matcher(source).results().forEach(match -> durations.add(match.group(1)));
        }
        // these are names of other things, too
        durations.removeAll(Set.of("unit", "next", "limit", "age", "LONGEST", "SHORTEST"));
        assertThat(durations).contains("HEARTBEAT", "pause");
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (String source : sources) {
            Matcher statement = STATEMENT.matcher(source);
            while (statement.find()) {
                seen++;
                if (isPrinted(statement.group(), durations)) {
                    wrong.add(statement.group());
                }
            }
        }
        assertThat(seen).isGreaterThan(60);
        assertThat(wrong).as("write Durations.text(…)").isEmpty();
    }

    @Test
    void aDurationAsJavaWritesItIsSeen() {
        Set<String> durations = Set.of("HEARTBEAT", "pause");
        assertThat(isPrinted("LOG.warn(\"again in {}\", JobNodes.HEARTBEAT, failure);", durations))
                .isTrue();
        assertThat(isPrinted("LOG.info(\"{} waits {}\", id(), notNow.pause(), why);", durations))
                .isTrue();
        assertThat(isPrinted("LOG.info(\"{} waits {}\", id(), Durations.text(notNow.pause()));", durations))
                .isFalse();
        assertThat(isPrinted("LOG.info(\"a HEARTBEAT, \" + name);", durations)).isFalse();
    }

    /** Commands and health say when by the same clock. */
    @Test
    void textsHaveSwedishTimes() throws IOException {
        Pattern plain = Pattern.compile(
                "\" \\+ (?:at|instant|begun|since|until)\\b(?![(.])[^\\n]*|lastAnswer\\(\\)\\.map\\(Object");
        List<String> found = new ArrayList<>();
        for (String source : sources()) {
            plain.matcher(source).results().map(MatchResult::group).forEach(found::add);
        }
        // what toString() of a record answers is for debuggers
        found.removeIf(text -> text.endsWith("\")\";") || text.endsWith("\"]\";"));
        assertThat(found).as("write Arguments.local(…)").isEmpty();
    }

    private static boolean isPrinted(String statement, Set<String> durations) {
        String plain = TEXT.matcher(WRITTEN.matcher(statement).replaceAll("")).replaceAll("");
        return Stream.of(CONSTANT, ANSWER)
                .flatMap(pattern -> pattern.matcher(plain).results())
                .anyMatch(match -> durations.contains(match.group(1)));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of("../../bundles"),
                20,
                (file, attributes) -> file.toString().contains("/src/main/java/")
                        && file.toString().endsWith(".java"))) {
            List<String> sources = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        }
    }
}

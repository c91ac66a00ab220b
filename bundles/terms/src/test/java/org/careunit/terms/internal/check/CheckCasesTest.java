package org.careunit.terms.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.TermsFinding.Rule;
import org.careunit.api.terms.TermsPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The check held against judged sentences: P placeholder, P? a single X, D other days, V vague days, N outdated name, C
 * cancel limit, A proxy age, E e-mail address, L link, - nothing; another letter with ? and ? alone: either is right.
 */
class CheckCasesTest {

    private static final int PRIMARY_HOURS = 24;
    private static final int SPECIALIST_HOURS = 72;
    private static final Map<Rule, String> LETTERS = letters();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sentences-own",
                "sentences-more",
                "sentences-fresh",
                "sentences-blind",
                "sentences-blind-second",
                "sentences-blind-third",
                "sentences-blind-fourth",
                "sentences-blind-fifth",
                "sentences-blind-sixth",
                "sentences-blind-seventh",
                "sentences-blind-eighth",
                "sentences-given",
                "texts-own",
                "texts-given"
            })
    void judgedSentencesAreJudgedTheSame(String file) throws IOException {
        List<String> wrong = cases(file).stream()
                .filter(one -> !one.isRight())
                .map(Case::toString)
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static List<Case> cases(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CheckCasesTest.class.getResourceAsStream("/cases/" + file + ".tsv"), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> Case.of(line.split("\t"))).toList();
        }
    }

    private record Case(String id, List<String> points, CheckContext expected, String wanted, Set<String> found) {

        static Case of(String... columns) {
            List<String> points = Arrays.asList(columns[3].split(" \\|\\| "));
            CheckContext expected = expected(columns[1], Integer.parseInt(columns[2]), columns[3]);
            Set<String> found = TermsCheck.findings(terms(points), expected).stream()
                    .filter(finding -> finding.range().isPresent())
                    .map(finding -> LETTERS.get(finding.rule()))
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Case(columns[0], points, expected, columns[4], found);
        }

        /** Region Stockholm has one limit for all outpatient care. */
        private static CheckContext expected(String level, int days, String text) {
            boolean specialist = level.equals("s") && !text.contains("Region Stockholm");
            OptionalInt promise = OptionalInt.of(days);
            return new CheckContext(
                    promise,
                    OptionalInt.empty(),
                    promise,
                    promise,
                    List.of(specialist ? SPECIALIST_HOURS : PRIMARY_HOURS),
                    CheckRules.DEFAULT);
        }

        private static List<TermsPoint> terms(List<String> points) {
            return IntStream.range(0, points.size())
                    .mapToObj(at -> new TermsPoint("p" + at, points.get(at)))
                    .toList();
        }

        boolean isRight() {
            if (wanted.equals("?")) {
                return true;
            }
            Set<String> must = new TreeSet<>();
            Set<String> may = new TreeSet<>();
            if (wanted.equals("P?")) {
                must.add(wanted);
            } else if (wanted.endsWith("?")) {
                may.add(wanted.substring(0, 1));
            } else if (!wanted.equals("-")) {
                must.addAll(Arrays.asList(wanted.split("")));
            }
            may.addAll(must);
            return may.containsAll(found) && found.containsAll(must);
        }

        @Override
        public String toString() {
            return id + " wanted " + wanted + ", found " + found + ": " + String.join(" || ", points);
        }
    }

    private static Map<Rule, String> letters() {
        Map<Rule, String> letters = new EnumMap<>(Rule.class);
        letters.put(Rule.PLACEHOLDER, "P");
        letters.put(Rule.LONE_X, "P?");
        letters.put(Rule.PROMISED_DAYS, "D");
        letters.put(Rule.FIRST_REPLY, "D");
        letters.put(Rule.VAGUE_DAYS, "V");
        letters.put(Rule.OUTDATED_NAME, "N");
        letters.put(Rule.CANCEL_LIMIT, "C");
        letters.put(Rule.PROXY_AGE, "A");
        letters.put(Rule.EMAIL_ADDRESS, "E");
        letters.put(Rule.INSECURE_LINK, "L");
        return letters;
    }
}

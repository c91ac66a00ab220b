package org.careunit.operations.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.OperationsProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    @interface Keys {
        String name() default "usual";

        int number() default 5;

        boolean flag() default false;

        String _password() default "";

        String level() default "low";

        String file() default "";
    }

    private enum Level {
        LOW,
        HIGH
    }

    private static Configuration of(Map<String, ?> given) {
        return Configuration.of("careunit.test", Keys.class, given);
    }

    @Test
    void takesDefaultsFromTheAnnotation() {
        Configuration configuration = of(Map.of("service.pid", "x", "component.id", 7L, "clock.target", "(a=b)"));

        assertThat(configuration.text("name")).isEqualTo("usual");
        assertThat(configuration.number("number", 1, 9)).isEqualTo(5);
        assertThat(configuration.flag("flag")).isFalse();
        assertThat(configuration.choice("level", Level.class)).isEqualTo(Level.LOW);
        assertThat(configuration.file("file")).isEmpty();
        assertThat(configuration.secret(".password")).isEmpty();
    }

    @Test
    void readsValuesAsTheyArePasted() {
        Configuration configuration = of(Map.of(
                "name", "\u00A0Va\u030Ard \u200B",
                "number", " 7\uFEFF",
                "flag", "TRUE ",
                "level", "High",
                ".password", " p w \r\n"));

        assertThat(configuration.text("name")).isEqualTo("V\u00E5rd");
        assertThat(configuration.millis("number", 1, 9)).isEqualTo(Duration.ofMillis(7));
        assertThat(configuration.flag("flag")).isTrue();
        assertThat(configuration.choice("level", Level.class)).isEqualTo(Level.HIGH);
        assertThat(configuration.secret(".password")).isEqualTo(" p w ");
    }

    @ParameterizedTest
    @CsvSource({
        "number, many, \"number must be a whole number from 1 to 9, not 'many'\"",
        "number, 10, from 1 to 9",
        "number, 1.5, from 1 to 9",
        "number, 99999999999999999999, from 1 to 9",
        "flag, ja, must be true or false",
        "level, middle, must be low or high",
        "file, /dev/zero, must be a file that can be read",
        "file, /, must be a file that can be read",
        "nam, x, there is no key 'nam'; the keys are",
    })
    void namesTheKeyAndWhatIsAllowed(String key, String value, String words) {
        assertThatThrownBy(() -> readAll(of(Map.of(key, value))))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("careunit.test: ")
                .hasMessageContaining(words.replace("\"", ""))
                .hasNoCause();
    }

    private static void readAll(Configuration configuration) {
        configuration.number("number", 1, 9);
        configuration.flag("flag");
        configuration.choice("level", Level.class);
        configuration.file("file");
    }

    @Test
    void neverRepeatsASecret() {
        assertThatThrownBy(() -> of(Map.of(".password", "canary\u0007")).secret(".password"))
                .isInstanceOf(RefusedException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void keepsTheLastGoodOne() {
        List<Integer> seen = new ArrayList<>();
        CurrentSettings<Integer> current =
                new CurrentSettings<>(given -> of(given).number("number", 1, 9), seen::add);

        current.take(Map.of("number", "x"));
        assertThat(current.get()).isEmpty();
        assertThat(current.fault()).contains("number");

        for (String written : List.of("3", "3", "many", "4", "99")) {
            current.take(new HashMap<>(Map.of("number", written)));
        }

        assertThat(seen).containsExactly(3, 4);
        assertThat(current.get()).contains(4);
        assertThat(current.fault()).contains("99");
        current.take(Map.of("number", "4"));
        assertThat(current.fault()).isEmpty();
        assertThat(seen).containsExactly(3, 4);
    }

    @Test
    void whatWasDeletedStaysInForceForTheNextComponentOfTheSameName() {
        Map<String, Object> file = Map.of("number", "7", "service.pid", "test.deleted", "component.name", "Deleted");
        Map<String, Object> none = Map.of("component.name", "Deleted", "component.id", 3L);
        assertThat(settings(none).get()).as("nothing was there before").contains(5);
        assertThat(settings(file).fault()).isEmpty();
        Map<String, Object> wrong = new HashMap<>(file);
        wrong.put("number", "many");
        settings(wrong);

        CurrentSettings<Integer> after = settings(none);
        assertThat(after.get()).contains(7);
        assertThat(after.fault())
                .isEqualTo("test.deleted: its file was deleted; to turn off what it sets up, save it with"
                        + " empty values instead");
        after.take(Map.of("service.pid", "test.deleted", "component.name", "Deleted"));
        assertThat(after.get()).contains(5);
        assertThat(after.fault()).isEmpty();
        assertThat(settings(none).get()).as("saved with empty values").contains(5);
        assertThat(settings(Map.of("component.name", "Another")).fault()).isEmpty();
    }

    @Test
    void whatWasDeletedAndIsNoLongerGoodIsReportedAsAnyWrongConfiguration() {
        Map<String, Object> file = Map.of("number", "7", "service.pid", "test.expired", "component.name", "Expired");
        settings(file);
        CurrentSettings<Integer> after = new CurrentSettings<>(
                given -> {
                    throw OperationsProblem.CONFIGURATION.refusedAt("number", "7", "is", "not good any more");
                },
                seen -> {});

        after.take(Map.of("component.name", "Expired"));

        assertThat(after.get()).isEmpty();
        assertThat(after.fault()).contains("not good any more");
    }

    @Test
    void whatIsOneOfManyOfAKindGoesWithItsFile() {
        settings(Map.of(
                "number", "7", "service.pid", "test~north", "service.factoryPid", "test", "component.name", "Many"));

        assertThat(settings(Map.of("component.name", "Many")).get()).contains(5);
    }

    private static CurrentSettings<Integer> settings(Map<String, ?> given) {
        CurrentSettings<Integer> current = new CurrentSettings<>(
                configured -> of(new HashMap<>(configured)).number("number", 1, 9), seen -> {});
        current.take(given);
        return current;
    }
}

package org.careunit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Compares what of the API may be null with the recorded release: a result that becomes nullable, or a parameter that
 * no longer is, breaks host modules although they still compile.
 */
class RecordedNullnessTest {

    @Test
    void whatMayBeNullIsAsRecorded() throws Exception {
        Set<String> now = nullness();
        if (RecordedApi.isToBeRecorded()) {
            Files.write(RecordedApi.NULLNESS, now);
        }
        Set<String> gone = new TreeSet<>(Files.readAllLines(RecordedApi.NULLNESS));
        Set<String> more = new TreeSet<>(now);
        more.removeAll(gone);
        gone.removeAll(now);
        List<String> recorded = Files.readAllLines(RecordedApi.SIGNATURES);
        more.removeIf(line -> recorded.stream().noneMatch(line::startsWith));
        assertThat(now).hasSizeGreaterThan(20);
        assertThat(Stream.concat(
                        gone.stream().map(line -> "not any more: " + line),
                        more.stream().map(line -> "new: " + line)))
                .as(RecordedApi.ADVICE)
                .isEmpty();
    }

    private static Set<String> nullness() throws Exception {
        Set<String> lines = new TreeSet<>();
        for (Class<?> type : RecordedApi.publicTypes()) {
            if (type.getPackage().isAnnotationPresent(NullMarked.class)) {
                lines.add(type.getPackageName() + " is null-marked");
            }
            Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods())
                    .<Executable>flatMap(Arrays::stream)
                    .filter(member -> !member.isSynthetic() && isVisible(member))
                    .flatMap(RecordedNullnessTest::nullable)
                    .map(line -> type.getName() + " has " + line)
                    .forEach(lines::add);
        }
        return lines;
    }

    private static boolean isVisible(Executable member) {
        return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    /** The member's signature with each place that may be null. */
    private static Stream<String> nullable(Executable member) {
        AnnotatedType[] parameters = member.getAnnotatedParameterTypes();
        Set<String> places = new TreeSet<>();
        for (int at = 0; at < parameters.length; at++) {
            if (mayBeNull(parameters[at])) {
                places.add("parameter " + (at + 1));
            }
        }
        if (member instanceof Method && mayBeNull(member.getAnnotatedReturnType())) {
            places.add("result");
        }
        return places.stream().map(place -> member.toGenericString() + ": " + place + " may be null");
    }

    /** Also within type arguments: {@code List<@Nullable String>}. */
    private static boolean mayBeNull(AnnotatedType type) {
        return type.toString().contains("@" + Nullable.class.getName());
    }
}

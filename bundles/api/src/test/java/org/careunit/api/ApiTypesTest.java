package org.careunit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.FailedMessages;
import org.junit.jupiter.api.Test;

/** One idea has one type in all of the API, and one name has one meaning. */
class ApiTypesTest {

    private static final Path CLASSES = Path.of("target/classes");

    /** What has a type of its own, by the names that record components have for it. */
    private static final Set<String> NAMES_WITH_TYPES = Set.of(
            "unit",
            "staff",
            "caseType",
            "caseTypes",
            "channel",
            "topic",
            "event",
            "pseudonym",
            "resident",
            "handler",
            "receiver");

    @Test
    void noRecordHoldsATextWhereTheIdeaHasAType() {
        List<String> texts = types().filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> NAMES_WITH_TYPES.contains(component.getName()))
                .filter(component -> holdsText(component.getGenericType()))
                .map(RecordComponent::toString)
                .toList();
        assertThat(texts).isEmpty();
    }

    private static boolean holdsText(Type type) {
        return type.getTypeName().matches("java\\.lang\\.String|.*<java\\.lang\\.String[,>].*");
    }

    /** Unit and staff member next to each other cannot be swapped: the compiler tells them apart. */
    @Test
    void noOperationTakesTwoIdentifiersOfTheSameType() {
        List<String> swappable = types().filter(Class::isInterface)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> isTwice(method, HsaId.class) || isTwice(method, StaffId.class))
                .map(Method::toString)
                .toList();
        assertThat(swappable).isEmpty();
    }

    private static boolean isTwice(Method method, Class<?> identifier) {
        return Arrays.stream(method.getParameterTypes())
                        .filter(identifier::equals)
                        .count()
                > 1;
    }

    @Test
    void noTypeIsNamedLikeAnotherOrLikeOneThatEverybodyKnows() {
        List<String> names = types().filter(type -> type.getEnclosingClass() == null)
                .map(Class::getSimpleName)
                .toList();
        assertThat(names).hasSizeGreaterThan(150).doesNotHaveDuplicates();
        Set<String> taken = new TreeSet<>();
        for (String name : names) {
            for (String known : List.of("java.lang.", "java.time.", "java.util.")) {
                if (exists(known + name)) {
                    taken.add(known + name);
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    /** Whoever wants one part of a large record changed names that part alone. */
    @Test
    void everyLargeRecordHasAWitherForEachPart() {
        List<String> missing = types().filter(Class::isRecord)
                .filter(type -> type.getRecordComponents().length > 4)
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(component -> !hasWither(type, component))
                        .map(component -> type.getName() + "." + component.getName()))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static boolean hasWither(Class<?> type, RecordComponent component) {
        String name = component.getName();
        String wither = "with" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(wither)
                        && method.getReturnType() == type
                        && List.of(method.getGenericParameterTypes()).equals(List.of(component.getGenericType())));
    }

    @Test
    void aWitherChangesOnePart() {
        CaseEvent event = CaseEvent.of(
                new EventId("e-1"),
                Instant.EPOCH,
                new CaseRef(new HsaId("SE1111111111-UNIT1"), "c-1"),
                new CaseChange.Answered());
        assertThat(event.withSequence(OptionalLong.of(3)).sequence()).hasValue(3);
        assertThat(event.withSequence(OptionalLong.of(3)).withSequence(OptionalLong.empty()))
                .isEqualTo(event);
        assertThat(FailedMessages.ALL.withReason(Optional.of("a")).withReason(Optional.empty()))
                .isEqualTo(FailedMessages.ALL);
        assertThatThrownBy(() -> event.withChange(null)).isInstanceOf(NullPointerException.class);
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, ApiTypesTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException free) {
            return false;
        }
    }

    private static Stream<Class<?>> types() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files
                    .map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.startsWith("org/careunit/api/") && file.endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .<Class<?>>map(ApiTypesTest::loaded)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .collect(Collectors.toSet())
                    .stream();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, ApiTypesTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}

package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.messages.Messages;
import org.careunit.api.messages.TestMessages;
import org.careunit.api.units.CareUnit;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.HostileWords;
import org.careunit.operations.OperatorCommand;
import org.careunit.operations.TestConsole;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command with what nobody should write after it, and with services that refuse: it answers, or fails with a
 * sentence, so that scripts see an exit status. No other exception leaves a command.
 */
class EveryCommandFailsPlainlyTest {

    /** How often each command is run; the profile {@code thorough} does so a hundred times as often. */
    private static final int TRIES = Math.max(40, Integer.getInteger("careunit.operations.tries", 2_000) / 50);

    /** Commands over a class that cannot be replaced here; each is tried in its own bundle, as a test below says. */
    private static final Set<String> ELSEWHERE = new TreeSet<>(Set.of(
            "archive-check",
            "bounce-check",
            "bounce-explain",
            "directory-check",
            "event-refused",
            "health",
            "journal-check",
            "mail-check",
            "mail-test",
            "metrics",
            "personal-history",
            "personal-show",
            "record-system-list",
            "secrets-list",
            "secrets-rotate",
            "sms-check",
            "sms-test",
            "storage-copy"));

    @TempDir
    Path directory;

    private TestStore store;
    private Services services;
    private Random random;

    @BeforeEach
    void open() throws SQLException {
        store = TestStore.embedded(directory.resolve("store"));
        store.units().add(new CareUnit(Arguments.UNIT, new CountyCode("01"), "Mottagning", CareUnit.State.OPEN));
        services = new Services(store);
    }

    @AfterEach
    void close() {
        services.close();
        store.close();
    }

    @Test
    void whatCannotBeReadIsRefusedInASentence() {
        long seed = System.nanoTime();
        random = new Random(seed);
        Map<String, String> wrong = new TreeMap<>();
        for (Class<? extends OperatorCommand> type : commands()) {
            for (int round = 0; round < TRIES; round++) {
                Run run = run(made(type, this::service));
                if (!run.isPlain()) {
                    wrong.putIfAbsent(name(type), run.written() + ": " + first(run.thrown()));
                }
            }
        }
        assertThat(wrong).as("commands that fail otherwise, seed %s", seed).isEmpty();
    }

    private static String first(Throwable thrown) {
        return thrown + " at " + thrown.getStackTrace()[0];
    }

    /** What is not there is not nothing: a mistyped unit must not read like one without messages or permissions. */
    @Test
    void aUnitThatIsNotThereFailsTheCommand() throws IllegalAccessException {
        random = new Random(1);
        Map<String, String> wrong = new TreeMap<>();
        int asked = 0;
        for (Class<? extends OperatorCommand> type : commands()) {
            if (name(type).matches(".*-(?:show|list|history|figures|information|hand-outs)|offer|readiness")
                    && fields(type, Argument.class).anyMatch(EveryCommandFailsPlainlyTest::isUnit)) {
                asked++;
                OperatorCommand command = ofNoUnit(type);
                Run run = run(command);
                if (!(run.thrown() instanceof CommandException)) {
                    wrong.put(name(type), run.written());
                }
            }
        }
        assertThat(asked).isGreaterThan(15);
        assertThat(wrong).as("commands that end with exit status 0").isEmpty();
    }

    private static boolean isUnit(Field field) {
        return Set.of("unit", "trail").contains(field.getName());
    }

    private OperatorCommand ofNoUnit(Class<? extends OperatorCommand> type) throws IllegalAccessException {
        OperatorCommand command = made(type, this::service);
        Map<String, String> right = Map.of(
                "unit", "SE1111111111-NONE",
                "trail", "SE1111111111-NONE",
                "staff", "SE1111111111-ANNA",
                "section", "staff-reminder",
                "type", "boka-tid",
                "region", "01",
                "birthDate", "2015-03-01",
                "sex", "unknown",
                "municipality", "unknown");
        for (Field field : fields(type, Argument.class).toList()) {
            set(field, command, right.get(field.getName()));
        }
        for (Field field : fields(type, Option.class).toList()) {
            if (!field.getType().isPrimitive()) {
                set(field, command, null);
            } else if (field.getType() == int.class) {
                set(field, command, 10);
            }
        }
        return command;
    }

    @Test
    void aServiceThatRefusesFailsTheCommand() {
        random = new Random(1);
        Map<String, String> wrong = new TreeMap<>();
        for (Class<? extends OperatorCommand> type : commands()) {
            Run run = run(
                    made(type, service -> refusing(service, CommandProblem.ARGUMENT.refused("Refused, on purpose"))));
            if (!(run.thrown() instanceof CommandException)) {
                wrong.put(name(type), run.written());
            }
        }
        assertThat(wrong).as("commands that end with exit status 0").isEmpty();
    }

    /** With hostile words, where it takes words at all. */
    @Test
    void everyOtherCommandIsTriedInItsBundle() throws IOException {
        List<Class<? extends OperatorCommand>> others =
                all().filter(type -> !isReplaceable(type)).toList();
        assertThat(others.stream().map(EveryCommandFailsPlainlyTest::name))
                .containsExactlyInAnyOrderElementsOf(ELSEWHERE);
        List<String> tests = testsOfBundles();
        assertThat(others).allSatisfy(type -> assertThat(tests)
                .as("a test that runs %s%s", type.getSimpleName(), takesWords(type) ? " with HostileWords" : "")
                .anyMatch(test -> test.contains("new " + type.getSimpleName() + "()")
                        && (!takesWords(type) || test.contains("HostileWords.assertPlainAnswers"))));
    }

    private static boolean takesWords(Class<?> type) {
        return new ClassFileImporter()
                .importClasses(type).get(type).getFields().stream()
                        .filter(field -> !field.getRawType().getName().equals("boolean"))
                        .anyMatch(
                                field -> field.isAnnotatedWith(Argument.class) || field.isAnnotatedWith(Option.class));
    }

    private static List<String> testsOfBundles() throws IOException {
        List<String> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../../bundles"))) {
            for (Path file : files.filter(one -> one.toString().contains("/src/test/java/")
                            && one.toString().endsWith("Test.java"))
                    .toList()) {
                tests.add(Files.readString(file));
            }
        }
        return tests;
    }

    /** What a command did with what was written after it. */
    private record Run(String written, Throwable thrown) {

        boolean isPlain() {
            if (thrown == null) {
                return true;
            }
            boolean told = thrown instanceof CommandException failed
                    && failed.getMessage() != null
                    && !failed.getMessage().isBlank();
            return told && (thrown.getCause() == null || thrown.getCause() instanceof CareunitException);
        }
    }

    private static final List<Class<? extends OperatorCommand>> ALL = imported();

    private static Stream<Class<? extends OperatorCommand>> all() {
        return ALL.stream();
    }

    private static List<Class<? extends OperatorCommand>> imported() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.careunit").stream()
                        .filter(type -> type.isAnnotatedWith(Command.class))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .<Class<? extends OperatorCommand>>map(
                                type -> type.reflect().asSubclass(OperatorCommand.class))
                        .toList();
    }

    private static List<Class<? extends OperatorCommand>> commands() {
        List<Class<? extends OperatorCommand>> commands =
                all().filter(EveryCommandFailsPlainlyTest::isReplaceable).toList();
        assertThat(commands).hasSizeGreaterThan(90);
        return commands;
    }

    private static boolean isReplaceable(Class<?> type) {
        try {
            return fields(type, Reference.class)
                    .map(Field::getType)
                    .allMatch(service -> service.isInterface() || service == Clock.class);
        } catch (NoClassDefFoundError notInTheContractsOfAHost) {
            return false;
        }
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(Command.class).name();
    }

    private static Stream<Field> fields(Class<?> type, Class<? extends Annotation> annotation) {
        List<Field> found = new ArrayList<>();
        for (Class<?> one = type; one != Object.class; one = one.getSuperclass()) {
            Arrays.stream(one.getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(annotation))
                    .forEach(found::add);
        }
        return found.stream();
    }

    private OperatorCommand made(Class<? extends OperatorCommand> type, Function<Class<?>, Object> service) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            OperatorCommand command = constructor.newInstance();
            for (Field field : fields(type, Reference.class).toList()) {
                set(field, command, service.apply(field.getType()));
            }
            for (Field field : fields(type, Argument.class).toList()) {
                Argument argument = field.getAnnotation(Argument.class);
                write(field, command, argument.name() + argument.description(), argument.required());
            }
            for (Field field : fields(type, Option.class).toList()) {
                Option option = field.getAnnotation(Option.class);
                write(field, command, option.name() + option.description(), option.required());
            }
            return command;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    private void write(Field field, Object command, String what, boolean required) throws IllegalAccessException {
        if (required || random.nextInt(3) == 0) {
            set(field, command, written(field, what));
        }
    }

    private Object written(Field field, String what) {
        Class<?> type = field.getType();
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class || type == Integer.class) {
            return List.of(-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE).get(random.nextInt(5));
        }
        if (type == long.class || type == Long.class) {
            return List.of(-1L, 0L, 1L, Long.MAX_VALUE, Long.MIN_VALUE).get(random.nextInt(5));
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == List.class) {
            return List.of(text(what), text(what));
        }
        assertThat(type).as(field.toString()).isEqualTo(String.class);
        return text(what);
    }

    /** Whatever is a file's name stays in the test's directory. */
    private String text(String what) {
        String text = HostileWords.ALL.get(random.nextInt(HostileWords.ALL.size()));
        boolean isPath = Stream.of("file", "director", "folder").anyMatch(what.toLowerCase(Locale.ROOT)::contains);
        if (!isPath) {
            return text;
        }
        try {
            Path file = directory.resolve("file" + random.nextInt(3) + ".json");
            if (random.nextBoolean()) {
                Files.writeString(file, text.replace("\uD800", "?"));
            }
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(Field field, Object target, Object value) throws IllegalAccessException {
        if (!Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            field.set(target, value);
        }
    }

    /** The ledger is there without what sends; it refuses. */
    private Object service(Class<?> type) {
        return Optional.ofNullable(services.byContract().get(type))
                .filter(service -> !(service instanceof Messages || service instanceof TestMessages))
                .orElseGet(() -> refusing(type, new UnavailableException("Not there, on purpose")));
    }

    private Object refusing(Class<?> type, RuntimeException refusal) {
        if (type == Clock.class) {
            return store.clock();
        }
        if (type == Session.class) {
            return console();
        }
        if (type == List.class) {
            return List.of();
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("toString") ? type.getSimpleName() : null;
            }
            throw refusal;
        });
    }

    private Object console() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getConsole" -> nowhere;
                    case "readLine" -> text("");
                    default -> null;
                });
    }

    private Run run(OperatorCommand command) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        TestConsole.loggedIn("tester", () -> {
            try {
                command.execute();
            } catch (Exception | LinkageError failed) {
                thrown.set(failed);
            }
        });
        return new Run(written(command), thrown.get());
    }

    private static String written(OperatorCommand command) {
        Map<String, Object> values = new TreeMap<>();
        Stream.concat(fields(command.getClass(), Argument.class), fields(command.getClass(), Option.class))
                .forEach(field -> {
                    try {
                        field.setAccessible(true);
                        String value = String.valueOf(field.get(command));
                        values.put(field.getName(), value.substring(0, Math.min(60, value.length())));
                    } catch (IllegalAccessException e) {
                        values.put(field.getName(), "?");
                    }
                });
        return values.toString();
    }
}

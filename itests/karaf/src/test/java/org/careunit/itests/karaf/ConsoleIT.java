package org.careunit.itests.karaf;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.ShellUtil;
import org.careunit.itests.KarafTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do at Karaf's own console, as its users with their roles do it. */
@KarafTest
class ConsoleIT {

    private static final int MOST_WORDS = 5;
    private static final String UNIT = "SE1111111111-KONSOL";
    private static final String REGIONAL = "SE1111111111-KONSOLR";
    private static final String COLLEAGUE = "SE1111111111-KONSOLK";
    private static final String SOLNA = "'{\"rules\": [{\"county\": \"01\", \"municipality\": \"0184\"}]}'";

    @Inject
    private SessionFactory shell;

    /** What the console said, and what the command failed with, if it did. */
    private record Said(String text, Exception failure) {

        String answer() {
            assertThat(failure).as(text).isNull();
            return text;
        }
    }

    /** Bundles that were restarted bring their commands a little later. */
    @BeforeEach
    void awaitCommands() throws IOException {
        Set<String> named = named();
        await().untilAsserted(() -> assertThat(commands()).isEqualTo(named));
    }

    /** The commands that have a line of their own in the file with the roles, which a test elsewhere says is all. */
    private static Set<String> named() throws IOException {
        Properties roles = new Properties();
        Path file = Path.of(System.getProperty("karaf.etc"), "org.apache.karaf.command.acl.careunit.cfg");
        try (var text = Files.newBufferedReader(file)) {
            roles.load(text);
        }
        return roles.stringPropertyNames().stream()
                .filter(name -> !name.equals("*") && !name.contains("["))
                .collect(toCollection(TreeSet::new));
    }

    private Set<String> commands() {
        return Subject.doAs(
                subject("admin"), (PrivilegedAction<Set<String>>) () -> shell.getRegistry().getCommands().stream()
                        .filter(command -> command.getScope().equals("careunit"))
                        .map(Command::getName)
                        .collect(toCollection(TreeSet::new)));
    }

    @Test
    void everyCommandSaysWhatItDoes() {
        assertThat(commands()).hasSizeGreaterThan(80).allSatisfy(name -> assertThat(
                        run("admin", name + " --help").answer())
                .contains("careunit:" + name, "--json"));
    }

    /** One completer that fails, or whose class cannot be found, ends completion for the whole console. */
    @Test
    void everyWordOfEveryCommandIsCompletedForAnAdmin() {
        for (String name : commands()) {
            for (int word = 0; word < MOST_WORDS; word++) {
                String before = name + " " + (UNIT + " ").repeat(word);
                assertThatCode(() -> candidates(before)).as(before).doesNotThrowAnyException();
                assertThat(candidates(before + "--")).as(before + "--").isNotNull();
            }
            assertThat(candidates(name + " --"))
                    .extracting(one -> one.value().strip())
                    .contains("--json");
        }
    }

    @Test
    void rolesSayWhoMayDoWhat() {
        assertThat(run("viewer", "unit-list").answer()).isNotBlank();
        hasNo("viewer", "unit-register " + UNIT + " 01 Nej");
        assertThat(run("viewer", "terms-rules 01").answer()).isNotBlank();
        assertThat(run("viewer", "terms-rules 01 '{\n}'").failure()).isInstanceOf(SecurityException.class);
        assertThat(run("viewer", "settings-archive --run " + UNIT).failure()).isInstanceOf(SecurityException.class);
        assertThat(run("manager", "region-settings-show 01").answer()).isNotBlank();
        hasNo("manager", "secrets-rotate audit");
        hasNo("ssh", "health");
    }

    private void hasNo(String role, String command) {
        assertThat(run(role, command)).satisfies(said -> {
            assertThat(said.failure()).isNotNull();
            assertThat(said.text()).contains("Command not found");
        });
    }

    @Test
    void aUnitIsTakenFromItsFirstAdministratorToItsAuditTrail() {
        admin("region-administrator 01 " + REGIONAL);
        assertThat(admin("region-administrators 01")).contains(REGIONAL);
        admin("unit-register " + UNIT + " 01 Konsolmottagningen");
        admin("permission-assign " + UNIT + " " + COLLEAGUE + " case-handler unit-administrator");
        assertThat(admin("permission-list " + UNIT)).contains(COLLEAGUE);
        assertThat(admin("unit-open " + UNIT)).contains("open");
        decide();
        find();
        assertThat(admin("audit-list " + UNIT)).contains("operator:admin", "permissions.change", "settings.change");
        assertThat(admin("audit-verify " + UNIT)).contains("intact");
        completes("unit-show ", UNIT, "Konsolmottagningen");
        completes("permission-lock " + UNIT + " SE", COLLEAGUE, "administratör för mottagningen, ärendehanterare");
        completes("region-administrator-remove 01 ", REGIONAL, null);
        completes("case-type-show " + UNIT + " ", "kontakta-mig", "Kontakta mig");
        completes("permission-restore " + UNIT + " " + COLLEAGUE + " ", "1", "operator:admin");
        completes("audit-list ", "platform", null);
        completes("audit-verify a", "all", null);
        completes("terms-show 0", "01", "Stockholms län");
        completes("find --care-type v", "vardcentral", "Vårdcentral");
        completes("settings-set " + UNIT + " staff", "staff-reminder", null);
        completes("settings-restore " + UNIT + " staff-reminder ", "2", "operator:admin");
        admin("region-default-set 01 page-link '{\"shown\": true}'");
        completes("region-default-restore 01 page-link ", "1", "operator:admin");
    }

    private void decide() {
        assertThat(admin("settings-show --json " + UNIT + " staff-reminder"))
                .startsWith("[{\"section\":\"staff-reminder\",\"version\":0,")
                .contains("\\\"workingDays\\\":3");
        admin("settings-set " + UNIT + " staff-reminder '{\"on\": true, \"workingDays\": 4}'");
        admin("settings-set " + UNIT + " staff-reminder '{\"on\": true, \"workingDays\": 5}'");
        assertThat(admin("settings-history " + UNIT + " staff-reminder")).contains("workingDays: 4 -> 5");
        admin("settings-restore " + UNIT + " staff-reminder 1");
        assertThat(admin("settings-show " + UNIT + " staff-reminder")).contains("\"workingDays\":4");
        String wrong = UNIT + " staff-reminder '{\"on\": true, \"workingDays\": 0}'";
        assertThat(run("admin", "settings-set " + wrong)).satisfies(ConsoleIT::isRefusedInOneLine);
        assertThat(run("admin", "settings-set --json " + wrong).text())
                .startsWith("{\"error\":\"RefusedException\",\"message\":\"")
                .contains("workingDays")
                .endsWith("\"}\n");
    }

    private static void isRefusedInOneLine(Said said) {
        assertThat(said.failure()).isNotNull();
        assertThat(said.text().lines()).hasSize(1).first().asString().contains("workingDays");
    }

    private void find() {
        String resident = " 1990-01-01 female ";
        admin("settings-set " + UNIT + " catchment-area " + SOLNA);
        await().untilAsserted(
                        () -> assertThat(admin("find" + resident + "0184")).contains(UNIT));
        assertThat(admin("find" + resident + "0180")).doesNotContain(UNIT);
        assertThat(admin("explain " + UNIT + resident + "0180")).contains("false");
        assertThat(admin("simulate " + UNIT + " '{\"rules\": [{\"county\": \"01\"}]}'"))
                .contains("won", "Stockholm")
                .doesNotContain("Solna", "lost");
    }

    private String admin(String command) {
        return run("admin", command).answer();
    }

    private Said run(String role, String command) {
        var printed = new ByteArrayOutputStream();
        var console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Exception failure = null;
        try {
            Subject.doAs(subject(role), (PrivilegedExceptionAction<Object>) () -> {
                try (Session session = shell.create(InputStream.nullInputStream(), console, console)) {
                    session.put("USER", role);
                    return execute(session, "careunit:" + command);
                }
            });
        } catch (PrivilegedActionException failed) {
            failure = failed.getException();
        } catch (RuntimeException failed) {
            failure = failed;
        }
        return new Said(printed.toString(StandardCharsets.UTF_8), failure);
    }

    /** As the shell does by ssh; one whose roles do not suffice makes an entry in the log. */
    private static Object execute(Session session, String command) throws Exception {
        try {
            return session.execute(command);
        } catch (SecurityException insufficient) {
            throw insufficient;
        } catch (Exception failed) {
            ShellUtil.logException(session, failed);
            throw failed;
        }
    }

    private static Subject subject(String role) {
        return new Subject(true, Set.of(new RolePrincipal(role), new UserPrincipal(role)), Set.of(), Set.of());
    }

    /** The tab key after what was written offers a word, with this beside it. */
    private List<Candidate> candidates(String written) {
        var candidates = new ArrayList<Candidate>();
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Subject.doAs(subject("admin"), (PrivilegedAction<Void>) () -> {
            try (Session session = shell.create(InputStream.nullInputStream(), nowhere, nowhere)) {
                var line = Line.of("careunit:" + written);
                var name = line.words().get(0).substring("careunit:".length());
                var command = shell.getRegistry().getCommand("careunit", name);
                command.getCompleter(false).completeCandidates(session, line, candidates);
            }
            return null;
        });
        return candidates;
    }

    private void completes(String written, String word, String meaning) {
        List<Candidate> candidates = candidates(written);
        assertThat(candidates)
                .as("%s: %s", written, candidates.stream().map(Candidate::value).toList())
                .anySatisfy(one -> {
                    assertThat(one.value().strip()).isEqualTo(word);
                    assertThat(one.descr()).isEqualTo(meaning);
                });
    }

    /** A line with the cursor at its end. */
    private record Line(String text, List<String> words) implements CommandLine {

        static Line of(String text) {
            return new Line(text, List.of(text.split(" ", -1)));
        }

        @Override
        public int getCursorArgumentIndex() {
            return words.size() - 1;
        }

        @Override
        public String getCursorArgument() {
            return words.get(words.size() - 1);
        }

        @Override
        public int getArgumentPosition() {
            return getCursorArgument().length();
        }

        @Override
        public String[] getArguments() {
            return words.toArray(String[]::new);
        }

        @Override
        public int getBufferPosition() {
            return text.length();
        }

        @Override
        public String getBuffer() {
            return text;
        }
    }
}

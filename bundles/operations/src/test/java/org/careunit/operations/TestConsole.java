package org.careunit.operations;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.PrivilegedAction;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

/** A console for tests: runs commands and gives out what they print. */
public final class TestConsole {

    private TestConsole() {}

    /** What a command prints for an operator, or the shell for it if it fails. */
    public static String run(OperatorCommand command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        succeeds(command, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Whether a script that runs it sees success. */
    public static boolean succeeds(OperatorCommand command) {
        return succeeds(command, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    private static boolean succeeds(OperatorCommand command, PrintStream console) {
        command.session = session(console);
        AtomicBoolean succeeded = new AtomicBoolean();
        loggedIn("tester", () -> {
            try {
                command.execute();
                succeeded.set(true);
            } catch (CommandException refused) {
                console.println(refused.getNiceHelp());
            }
        });
        return succeeded.get();
    }

    /** What it prints with {@code --json}. */
    public static String runForScripts(OperatorCommand command) {
        command.json = true;
        return run(command);
    }

    /** Writes the arguments about a resident at a unit, as an operator would. */
    public static void write(
            ResidentAtUnitCommand command, String unit, String birthDate, String sex, String municipality) {
        command.unit = unit;
        command.birthDate = birthDate;
        command.sex = sex;
        command.municipality = municipality;
    }

    /** Does something as Karaf's shell does it for whoever logged in. */
    public static void loggedIn(String user, Runnable work) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new RolePrincipal("admin"));
        subject.getPrincipals().add(new UserPrincipal(user));
        Subject.doAs(subject, (PrivilegedAction<Void>) () -> {
            work.run();
            return null;
        });
    }

    /** Named as Karaf's own. */
    private record UserPrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    /** Named as Karaf's own. */
    private record RolePrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    private static Session session(PrintStream console) {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConsole" -> console;
                    case "get" -> "boss"; // USER, which anybody at the console can set
                    default -> throw new AssertionError("A command asks its session for " + method.getName());
                });
    }
}

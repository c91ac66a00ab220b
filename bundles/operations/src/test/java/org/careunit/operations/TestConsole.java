package org.careunit.operations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

/** A console for tests: runs commands and gives out what they print. */
public final class TestConsole {

    private TestConsole() {}

    /** What a command prints for an operator, or the shell for it if it fails. */
    public static String run(OperatorCommand command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        command.session = session(console);
        try {
            command.execute();
        } catch (CommandException refused) {
            console.println(refused.getNiceHelp());
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** What it prints with {@code --json}. */
    public static String runForScripts(OperatorCommand command) {
        command.json = true;
        return run(command);
    }

    private static Session session(PrintStream console) {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConsole" -> console;
                    case "get" -> "tester";
                    default -> throw new AssertionError("A command asks its session for " + method.getName());
                });
    }
}

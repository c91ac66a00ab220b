package org.careunit.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.identity.Actor;

/**
 * Base of shell commands, which print a table or, on request, JSON. A refusal by a service makes the command fail, so
 * that scripts notice (by ssh as exit status 1), and is printed in one line without a stack trace; on request as JSON,
 * {@code {"error":"RefusedException","message":"…"}}. A command whose answer is a failure, such as a check that did not
 * succeed, prints its answer and fails as well: {@link Listing#failed}.
 */
public abstract class OperatorCommand implements Action {

    @Option(name = "--json", description = "Answer as JSON, for scripts")
    boolean json;

    @Reference
    Session session;

    /** Runs the command. */
    protected abstract Listing answer();

    /** The operator as an actor. */
    protected final Actor operator() {
        return consoleUser();
    }

    /** Who logged in at the console that this thread works for. */
    public static Actor consoleUser() {
        return ConsoleUser.actor();
    }

    /**
     * A service that the command cannot do without.
     *
     * @param service null if it does not run
     * @param what such as E-mail
     * @throws UnavailableException if it does not run
     */
    protected static <T> T running(T service, UnavailableProblem problem, String what) {
        if (service == null) {
            throw new UnavailableException(problem, what + " does not run; careunit:health says why");
        }
        return service;
    }

    /** @throws CommandException which the shell prints as its {@code getNiceHelp()} says, and keeps out of the log */
    @Override
    public final Object execute() throws CommandException {
        try {
            Listing listing = answer();
            show(listing);
            return null;
        } catch (CareunitException told) {
            throw new CommandException(json ? json(told) : told.getMessage(), told.getMessage(), told);
        }
    }

    private void show(Listing listing) throws CommandException {
        if (json && listing.failure().isPresent()) {
            throw new CommandException(listing.json(), listing.failure().get());
        }
        if (json) {
            session.getConsole().println(listing.json());
            return;
        }
        listing.print(session.getConsole());
        if (listing.failure().isPresent()) {
            throw new CommandException(
                    listing.failure().get(), listing.failure().get());
        }
    }

    private static String json(CareunitException told) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("error", told.getClass().getSimpleName());
        object.put("message", told.getMessage());
        return Listing.json(object);
    }
}

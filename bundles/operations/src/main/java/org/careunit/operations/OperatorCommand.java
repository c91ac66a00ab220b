package org.careunit.operations;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.identity.Actor;

/**
 * A shell command: does something for the operator at the console and answers with a table or, on request, as JSON. What the
 * services refuse is told in one line, without a stack trace.
 */
public abstract class OperatorCommand implements Action {

    @Option(name = "--json", description = "Answer as JSON, for scripts")
    boolean json;

    @Reference
    Session session;

    /** Does the work. */
    protected abstract Listing answer();

    /** Who is at the console. */
    protected final Actor operator() {
        return new Actor.Operator(session.get("USER") instanceof String user && !user.isBlank() ? user : "console");
    }

    @Override
    public final Object execute() {
        try {
            Listing listing = answer();
            if (json) {
                session.getConsole().println(listing.json());
            } else {
                listing.print(session.getConsole());
            }
            return null;
        } catch (CareunitException told) {
            session.getConsole().println(told.getMessage());
            return null;
        }
    }
}

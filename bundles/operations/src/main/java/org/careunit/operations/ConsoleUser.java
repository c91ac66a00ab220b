package org.careunit.operations;

import java.security.AccessController;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.security.auth.Subject;
import org.careunit.api.identity.Actor;

/**
 * Finds the user who logged in at the console: the JAAS principal under which Karaf runs the command. Never the
 * session's variable {@code USER}, which whoever is at the console can set.
 */
final class ConsoleUser {

    /** Commands that Karaf runs itself, for example from a start-up script, have no logged-in user. */
    private static final String NOBODY = "console";

    /** The class of Karaf's own login modules; those of a host may have others. */
    private static final String USER = "UserPrincipal";

    private static final Set<String> NOT_USERS = Set.of("RolePrincipal", "GroupPrincipal", "ClientPrincipal");

    private ConsoleUser() {}

    static Actor actor() {
        return new Actor.Operator(loggedIn().map(Principal::getName).orElse(NOBODY));
    }

    private static Optional<Principal> loggedIn() {
        return Optional.ofNullable(subject()).flatMap(subject -> first(subject, USER::equals)
                .or(() -> first(subject, name -> !NOT_USERS.contains(name))));
    }

    private static Optional<Principal> first(Subject subject, Predicate<String> kind) {
        return subject.getPrincipals().stream()
                .filter(principal -> kind.test(principal.getClass().getSimpleName()))
                .filter(principal -> !principal.getName().isBlank())
                .findFirst();
    }

    /** The API of Java 17, which Karaf uses as well to bind the subject. */
    @SuppressWarnings("removal")
    private static Subject subject() {
        return Subject.getSubject(AccessController.getContext());
    }
}

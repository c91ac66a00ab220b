package org.careunit.api.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.EmailAddress;

/**
 * Section: who is notified of new cases by e-mail.
 *
 * @param on whether anybody is
 * @param addresses whom; each once, at most {@value #MOST}; never null, and not empty while it is on
 */
public record EmailNotification(boolean on, List<EmailAddress> addresses) implements Section {

    public static final int MOST = 20;

    /** The default: nobody is notified. */
    public static final EmailNotification OFF = new EmailNotification(false, List.of());

    /** @throws RefusedException if it is on without an address, or has too many */
    public EmailNotification {
        Problems problems = new Problems();
        addresses = addresses == null ? List.of() : eachOnce(addresses);
        SectionRules.isAtMost(problems, "addresses", addresses, MOST);
        if (on && addresses.isEmpty()) {
            problems.add(SectionProblem.NO_ADDRESS.at("addresses"));
        }
        problems.refuse();
    }

    /** Of addresses that differ in the case of letters alone, the first. */
    private static List<EmailAddress> eachOnce(List<EmailAddress> given) {
        Map<String, EmailAddress> byMailbox = new LinkedHashMap<>();
        given.forEach(address -> byMailbox.putIfAbsent(address == null ? "" : address.mailbox(), address));
        return Collections.unmodifiableList(new ArrayList<>(byMailbox.values()));
    }
}

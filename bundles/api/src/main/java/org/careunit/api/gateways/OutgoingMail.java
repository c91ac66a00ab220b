package org.careunit.api.gateways;

import java.util.Objects;
import java.util.UUID;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.EmailAddress;

/**
 * An e-mail in plain text. Its sender is set by the adapter's configuration.
 *
 * @param id makes the Message-ID, the same at each attempt; never null
 * @param to the one recipient; never null
 * @param subject one line, 1 to 200 characters; never null
 * @param text the lines of the message, separated by line feeds; never null
 */
public record OutgoingMail(UUID id, EmailAddress to, String subject, String text) {

    private static final int LONGEST_SUBJECT = 200;

    /** @throws RefusedException if the subject is empty, too long or contains a control character */
    public OutgoingMail {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        if (subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw GatewayProblem.MAIL_SUBJECT.refused(LONGEST_SUBJECT);
        }
    }

    /** The id alone: the rest is about people. */
    @Override
    public String toString() {
        return "OutgoingMail[" + id + "]";
    }
}

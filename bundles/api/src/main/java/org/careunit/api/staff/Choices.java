package org.careunit.api.staff;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.EmailAddress;

/**
 * What a person has chosen. Whatever is empty is as the directory says.
 *
 * @param displayName the name that residents see, one line of at most 120 characters
 * @param signature what stands under an answer, at most 5 lines and 500 characters, without the day's date, which is added when it is
 *     rendered
 * @param mailWhenGiven whether to be told by e-mail when somebody else gives me a case
 * @param mailAddress where to; empty for the directory's address
 */
public record Choices(
        Optional<String> displayName,
        Optional<String> signature,
        boolean mailWhenGiven,
        Optional<EmailAddress> mailAddress) {

    /** What holds until somebody chooses. */
    public static final Choices NONE = new Choices(Optional.empty(), Optional.empty(), false, Optional.empty());

    /** @throws RefusedException if a text is blank, too long, or holds control characters other than line feeds */
    public Choices {
        displayName.ifPresent(name -> require(name, 1, 120, "display name"));
        signature.ifPresent(text -> require(text, 5, 500, "signature"));
        Objects.requireNonNull(mailAddress, "mailAddress");
    }

    private static void require(String text, int lines, int characters, String what) {
        boolean control = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
        if (text.isBlank() || text.length() > characters || text.lines().count() > lines || control) {
            throw new RefusedException("The " + what + " has 1 to " + lines + " lines and at most " + characters
                    + " characters, and no control characters; this one has "
                    + text.lines().count() + " lines and "
                    + text.length() + " characters");
        }
    }
}

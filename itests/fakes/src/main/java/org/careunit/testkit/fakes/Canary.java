package org.careunit.testkit.fakes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.host.CaseContacts.Contacts;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.TelephoneNumber;

/**
 * A fictitious person whose data tests put into answers and look for afterwards where no personal data may be.
 *
 * @param number a personal identity number, 12 digits; never null
 * @param name never null
 * @param email never null
 * @param telephone in the form {@code +46…}; never null
 * @param text what they wrote in a case; never null
 */
public record Canary(String number, String name, String email, String telephone, String text) {

    /** The one of this kit; the number is one of those that the tax agency keeps for tests. */
    public static final Canary PERSON = new Canary(
            "189001189811",
            "Kanariefågel Provsson",
            "kanarie.provsson@example.org",
            "+46701740699",
            "kanariefågelns egna ord");

    /** As the host's {@code ResidentIdentities} says who somebody is. */
    public Identity identity() {
        return new Identity(new PersonNumber(number), Optional.of(name));
    }

    /** As the host's {@code CaseContacts} says where somebody wants messages. */
    public Contacts contacts() {
        return new Contacts(Optional.of(new EmailAddress(email)), Optional.of(new TelephoneNumber(telephone)));
    }

    /**
     * What of this person stands in a text: number, name, address, telephone or words, as they are written here or with
     * the usual dashes and blanks.
     *
     * @return by what it is, never the person's data itself; empty if there is nothing; never null
     */
    public List<String> foundIn(String text) {
        String plain = text.replaceAll("[\\s\\-\u2013]", "");
        return Stream.of(
                        found("number", plain, number),
                        found("number without the century", plain, number.substring(2)),
                        found("name", plain, name),
                        found("e-mail address", plain, email),
                        found("telephone number", plain, telephone.substring(3)),
                        found("text", plain, this.text))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> found(String what, String plain, String part) {
        return plain.contains(part.replaceAll("[\\s\\-]", "")) ? Optional.of(what) : Optional.empty();
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "(canary)";
    }
}

package org.careunit.api.directory;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;

/**
 * A directory entry of a staff member. What is missing there, or malformed, is empty here. Source of the attributes:
 * the HSA schema.
 *
 * @param id {@code hsaIdentity}; never null
 * @param givenName {@code givenName}
 * @param surname {@code hsaMiddleName} and {@code sn}, with a blank between
 * @param title {@code title}, else the first {@code hsaTitle}, else the first {@code paTitleName}
 * @param mail {@code mail}; empty for a person with protected identity
 * @param mobile {@code mobile} as it is written there; empty for a person with protected identity
 * @param confidential {@code hsaConfidentialPerson}: the identity is protected
 * @param employedFrom {@code startDate}; empty for no beginning
 * @param employedUntil {@code endDate}; the employment ends at this instant; empty for no end
 * @param datesUnreadable whether a begin or an end is written that cannot be read, or several that differ: nothing new
 *     is to be granted then
 */
public record StaffEntry(
        StaffId id,
        Optional<String> givenName,
        Optional<String> surname,
        Optional<String> title,
        Optional<EmailAddress> mail,
        Optional<String> mobile,
        boolean confidential,
        Optional<Instant> employedFrom,
        Optional<Instant> employedUntil,
        boolean datesUnreadable) {
    public StaffEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(surname, "surname");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(mobile, "mobile");
        Objects.requireNonNull(employedFrom, "employedFrom");
        Objects.requireNonNull(employedUntil, "employedUntil");
    }

    /** An entry whose dates could be read. */
    public StaffEntry(
            StaffId id,
            Optional<String> givenName,
            Optional<String> surname,
            Optional<String> title,
            Optional<EmailAddress> mail,
            Optional<String> mobile,
            boolean confidential,
            Optional<Instant> employedFrom,
            Optional<Instant> employedUntil) {
        this(id, givenName, surname, title, mail, mobile, confidential, employedFrom, employedUntil, false);
    }

    /** Given name and surname as far as they are known; empty if neither is. */
    public Optional<String> name() {
        String name = (givenName.orElse("") + " " + surname.orElse("")).strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** Whether the employment is in effect at an instant. */
    public boolean holdsAt(Instant instant) {
        return employedFrom.filter(instant::isBefore).isEmpty()
                && employedUntil.filter(until -> !instant.isBefore(until)).isEmpty();
    }

    /**
     * Whether something new may be granted by it at an instant: the employment is in effect, and its dates can be read.
     */
    public boolean allowsNewAt(Instant instant) {
        return !datesUnreadable && holdsAt(instant);
    }

    /** The HSA-id alone: the rest is about a person. */
    @Override
    public String toString() {
        return "StaffEntry[" + id + "]";
    }

    public StaffEntry withId(StaffId id) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }

    public StaffEntry withGivenName(Optional<String> givenName) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }

    public StaffEntry withSurname(Optional<String> surname) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }

    public StaffEntry withTitle(Optional<String> title) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }

    public StaffEntry withMail(Optional<EmailAddress> mail) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }

    public StaffEntry withMobile(Optional<String> mobile) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }

    public StaffEntry withConfidential(boolean confidential) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }

    public StaffEntry withEmployedFrom(Optional<Instant> employedFrom) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }

    public StaffEntry withEmployedUntil(Optional<Instant> employedUntil) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }

    public StaffEntry withDatesUnreadable(boolean datesUnreadable) {
        return new StaffEntry(
                id,
                givenName,
                surname,
                title,
                mail,
                mobile,
                confidential,
                employedFrom,
                employedUntil,
                datesUnreadable);
    }
}

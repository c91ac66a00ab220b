package org.careunit.api.staff;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;

/**
 * A staff member at a unit as others see them: personal choices merged with the directory's entry.
 *
 * @param staff who; never null
 * @param unit where; never null
 * @param displayName never null: the HSA-id for somebody without any name
 * @param signature the signature under an answer, without the date; never null. The unit's name for somebody with
 *     protected identity who has not chosen and confirmed another
 * @param mail where to notify them of a case; empty if they do not want that or no address is known
 * @param sms where to notify them of a case by SMS; empty if they do not want that
 * @param confidential whether the identity is protected
 * @param choices what they have chosen; never null
 * @param version the version of the choices, to be named when saving; 0 if nothing was ever chosen
 * @param directoryAsOf when the directory said what is used here; empty if it could not be asked or knows nothing of
 *     them
 * @param notes in Swedish, for the person: what is chosen and cannot be done as it stands; never null, mostly empty
 * @param reminderMail where to remind them of a case by e-mail, whatever they have chosen; empty if no address is known
 */
public record Profile(
        StaffId staff,
        HsaId unit,
        String displayName,
        String signature,
        Optional<EmailAddress> mail,
        Optional<TelephoneNumber> sms,
        boolean confidential,
        PersonalChoices choices,
        long version,
        Optional<Instant> directoryAsOf,
        List<String> notes,
        Optional<EmailAddress> reminderMail) {
    /** For somebody who is reminded at the addresses for news of cases. */
    public Profile(
            StaffId staff,
            HsaId unit,
            String displayName,
            String signature,
            Optional<EmailAddress> mail,
            Optional<TelephoneNumber> sms,
            boolean confidential,
            PersonalChoices choices,
            long version,
            Optional<Instant> directoryAsOf,
            List<String> notes) {
        this(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                mail);
    }

    public Profile {
        Objects.requireNonNull(staff, "staff");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(sms, "sms");
        Objects.requireNonNull(choices, "choices");
        Objects.requireNonNull(directoryAsOf, "directoryAsOf");
        notes = List.copyOf(notes);
        Objects.requireNonNull(reminderMail, "reminderMail");
    }

    /** The choices with the version to name when saving, as a conflict has them. */
    public Versioned<PersonalChoices> chosen() {
        return new Versioned<>(choices, version);
    }

    /** The HSA-ids alone: the rest is about a person. */
    @Override
    public String toString() {
        return "Profile[" + staff + " at " + unit + "]";
    }

    public Profile withStaff(StaffId staff) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withUnit(HsaId unit) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withDisplayName(String displayName) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withSignature(String signature) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withMail(Optional<EmailAddress> mail) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withSms(Optional<TelephoneNumber> sms) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withConfidential(boolean confidential) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withChoices(PersonalChoices choices) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withVersion(long version) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withDirectoryAsOf(Optional<Instant> directoryAsOf) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withNotes(List<String> notes) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }

    public Profile withReminderMail(Optional<EmailAddress> reminderMail) {
        return new Profile(
                staff,
                unit,
                displayName,
                signature,
                mail,
                sms,
                confidential,
                choices,
                version,
                directoryAsOf,
                notes,
                reminderMail);
    }
}

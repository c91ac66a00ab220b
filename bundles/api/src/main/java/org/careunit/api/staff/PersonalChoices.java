package org.careunit.api.staff;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.PastedText;
import org.careunit.api.identity.TelephoneNumber;

/**
 * Personal settings that a person has chosen. Empty values are taken from the directory.
 *
 * @param displayName the name that residents see, one line of at most 120 characters
 * @param signature the signature under an answer, at most 5 lines and 500 characters, without the day's date, which is
 *     added when it is rendered
 * @param signatureConfirmed whether somebody whose identity is protected has confirmed that residents may read this
 *     signature in place of the unit's name; of no effect for anybody else
 * @param mailWhenGiven whether to be notified by e-mail when somebody else gives me a case
 * @param mailAddress where to; empty for the directory's address
 * @param smsWhenGiven whether to be notified by SMS then
 * @param smsNumber where to; not empty if {@code smsWhenGiven}
 * @param absentUntil the first day on which I am back; before it, the case receivers get reminders and news of my
 *     cases. Empty if I am not absent
 */
public record PersonalChoices(
        Optional<String> displayName,
        Optional<String> signature,
        boolean signatureConfirmed,
        boolean mailWhenGiven,
        Optional<EmailAddress> mailAddress,
        boolean smsWhenGiven,
        Optional<TelephoneNumber> smsNumber,
        Optional<LocalDate> absentUntil) {
    /** The default. */
    public static final PersonalChoices NONE =
            new PersonalChoices(Optional.empty(), Optional.empty(), false, Optional.empty());

    /**
     * @throws RefusedException if a text is blank, too long, or contains control characters other than line feeds, or
     *     if there is no number for SMS
     */
    public PersonalChoices {
        Problems problems = new Problems();
        displayName = displayName.map(PastedText::trimmed);
        signature = signature.map(PastedText::trimmed);
        displayName.ifPresent(name -> require(problems, "displayName", name, 1, 120));
        signature.ifPresent(text -> require(problems, "signature", text, 5, 500));
        Objects.requireNonNull(mailAddress, "mailAddress");
        Objects.requireNonNull(absentUntil, "absentUntil");
        if (smsWhenGiven && smsNumber.isEmpty()) {
            problems.add(ValueProblem.SMS_NUMBER_MISSING.at("smsNumber"));
        }
        problems.refuse();
    }

    /** Of somebody who is not absent. */
    public PersonalChoices(
            Optional<String> displayName,
            Optional<String> signature,
            boolean signatureConfirmed,
            boolean mailWhenGiven,
            Optional<EmailAddress> mailAddress,
            boolean smsWhenGiven,
            Optional<TelephoneNumber> smsNumber) {
        this(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                smsWhenGiven,
                smsNumber,
                Optional.empty());
    }

    /** Without SMS and without a confirmed signature. */
    public PersonalChoices(
            Optional<String> displayName,
            Optional<String> signature,
            boolean mailWhenGiven,
            Optional<EmailAddress> mailAddress) {
        this(displayName, signature, false, mailWhenGiven, mailAddress, false, Optional.empty());
    }

    /** These, with SMS to a number when somebody else gives me a case. */
    public PersonalChoices withSms(TelephoneNumber number) {
        return new PersonalChoices(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                true,
                Optional.of(number),
                absentUntil);
    }

    /** These, absent until a day, on which I am back; empty for no longer. */
    public PersonalChoices absentUntil(Optional<LocalDate> day) {
        return new PersonalChoices(
                displayName, signature, signatureConfirmed, mailWhenGiven, mailAddress, smsWhenGiven, smsNumber, day);
    }

    /** Whether the person is absent on a day. */
    public boolean isAbsentOn(LocalDate day) {
        return absentUntil.filter(day::isBefore).isPresent();
    }

    /** These, with the signature confirmed by somebody whose identity is protected. */
    public PersonalChoices withConfirmedSignature() {
        return new PersonalChoices(
                displayName, signature, true, mailWhenGiven, mailAddress, smsWhenGiven, smsNumber, absentUntil);
    }

    /** These, with all that the directory says in place of what was chosen; where to send SMS it does not say. */
    public PersonalChoices asTheDirectorySays() {
        return new PersonalChoices(
                Optional.empty(),
                Optional.empty(),
                false,
                mailWhenGiven,
                Optional.empty(),
                smsWhenGiven,
                smsNumber,
                absentUntil);
    }

    private static void require(Problems problems, String path, String text, int lines, int characters) {
        boolean control = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
        if (text.isBlank() || text.length() > characters || text.lines().count() > lines || control) {
            problems.add(
                    ValueProblem.LINES.at(path, lines, characters, text.lines().count(), text.length()));
        }
    }

    /** Nothing of what somebody chose. */
    @Override
    public String toString() {
        return "(choices)";
    }

    public PersonalChoices withDisplayName(Optional<String> displayName) {
        return new PersonalChoices(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                smsWhenGiven,
                smsNumber,
                absentUntil);
    }

    public PersonalChoices withSignature(Optional<String> signature) {
        return new PersonalChoices(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                smsWhenGiven,
                smsNumber,
                absentUntil);
    }

    public PersonalChoices withSignatureConfirmed(boolean signatureConfirmed) {
        return new PersonalChoices(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                smsWhenGiven,
                smsNumber,
                absentUntil);
    }

    public PersonalChoices withMailWhenGiven(boolean mailWhenGiven) {
        return new PersonalChoices(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                smsWhenGiven,
                smsNumber,
                absentUntil);
    }

    public PersonalChoices withMailAddress(Optional<EmailAddress> mailAddress) {
        return new PersonalChoices(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                smsWhenGiven,
                smsNumber,
                absentUntil);
    }

    public PersonalChoices withSmsWhenGiven(boolean smsWhenGiven) {
        return new PersonalChoices(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                smsWhenGiven,
                smsNumber,
                absentUntil);
    }

    public PersonalChoices withSmsNumber(Optional<TelephoneNumber> smsNumber) {
        return new PersonalChoices(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                smsWhenGiven,
                smsNumber,
                absentUntil);
    }

    public PersonalChoices withAbsentUntil(Optional<LocalDate> absentUntil) {
        return new PersonalChoices(
                displayName,
                signature,
                signatureConfirmed,
                mailWhenGiven,
                mailAddress,
                smsWhenGiven,
                smsNumber,
                absentUntil);
    }
}

package org.careunit.staff.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.operations.CommandProblem;
import org.careunit.storage.Accounts;
import org.careunit.storage.SystemActor;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Overview of somebody's personal settings for operators: which settings were chosen, never their values. */
@Component(service = PersonalSupport.class)
public final class PersonalSupport {

    private static final Actor US = new SystemActor("staff");

    private final AccessControl access;
    private final PersonalSettings settings;
    private final UnitRegister units;
    private final Accounts accounts;

    @Activate
    public PersonalSupport(
            @Reference AccessControl access,
            @Reference PersonalSettings settings,
            @Reference UnitRegister units,
            @Reference Accounts accounts) {
        this.access = access;
        this.settings = settings;
        this.units = units;
        this.accounts = accounts;
    }

    /**
     * A person's settings, without their names, texts and addresses; nothing at all of the ways to reach a protected
     * one.
     */
    public record SettingsSummary(
            boolean ownName,
            boolean ownSignature,
            boolean wantsMail,
            Optional<String> maskedMail,
            boolean wantsSms,
            Optional<String> maskedNumber,
            boolean confidential,
            Optional<LocalDate> absentUntil,
            long version,
            Optional<Instant> directoryAsOf) {}

    /** A version: who saved it, and which settings it changed. */
    public record VersionSummary(long version, String actor, Instant at, List<String> changed) {}

    public SettingsSummary summary(Actor operator, HsaId unit, StaffId staff) {
        access.require(operator, Operation.OPERATE, new Target.Platform());
        requireKnown(unit, staff);
        Profile profile = settings.read(US, unit, staff);
        PersonalChoices choices = profile.choices();
        return new SettingsSummary(
                choices.displayName().isPresent(),
                choices.signature().isPresent(),
                choices.mailWhenGiven(),
                profile.mail().filter(address -> !profile.confidential()).map(EmailAddress::masked),
                choices.smsWhenGiven(),
                profile.sms().filter(number -> !profile.confidential()).map(TelephoneNumber::masked),
                profile.confidential(),
                choices.absentUntil(),
                profile.version(),
                profile.directoryAsOf());
    }

    public List<VersionSummary> history(Actor operator, HsaId unit, StaffId staff) {
        access.require(operator, Operation.OPERATE, new Target.Platform());
        requireKnown(unit, staff);
        return settings.history(US, unit, staff).stream()
                .map(PersonalSupport::outlined)
                .toList();
    }

    /** What nobody has chosen reads like the choice of somebody who is not there. */
    private void requireKnown(HsaId unit, StaffId staff) {
        units.require(unit);
        if (accounts.find(staff).isEmpty()) {
            throw CommandProblem.ARGUMENT.refused(
                    "Nobody with the HSA-id " + staff + " has an account; careunit:permission-list shows who has one");
        }
    }

    private static VersionSummary outlined(Saved<PersonalChoices> saved) {
        return new VersionSummary(
                saved.version(),
                saved.actor(),
                saved.at(),
                saved.changes().stream().map(Saved.Change::path).toList());
    }
}

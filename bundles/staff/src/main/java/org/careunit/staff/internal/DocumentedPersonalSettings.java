package org.careunit.staff.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.Target;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.Problems;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.units.CareUnit;
import org.careunit.staff.internal.PersonalDocuments.VersionedChoices;
import org.careunit.staff.internal.problems.StaffProblem;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.DocumentRepository.Edit;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.documents.StaleVersionException;

/** Implements personal settings: choices in documents, merged with the directory's entry. */
final class DocumentedPersonalSettings implements PersonalSettings {

    private final Rules rules;
    private final Store store;
    private final PersonalDocuments documents;
    private final DirectoryFallback directory;
    private final TelephoneCheck numbers;

    /** Access control. */
    record Rules(AccessControl access, Permissions permissions) {}

    /** The store's services. */
    record Store(UnitRegister units, AuditTrail audit, Function<CareUnit, String> names) {}

    DocumentedPersonalSettings(
            Rules rules,
            Store store,
            PersonalDocuments documents,
            DirectoryFallback directory,
            TelephoneCheck numbers) {
        this.rules = rules;
        this.store = store;
        this.documents = documents;
        this.directory = directory;
        this.numbers = numbers;
    }

    @Override
    public Profile read(Actor actor, HsaId unit, StaffId staff) {
        requireAccess(actor, unit, staff);
        return profile(unit, staff, documents.chosen(unit, staff));
    }

    @Override
    public Profile save(Actor actor, HsaId unit, StaffId staff, PersonalChoices choices, long expectedVersion) {
        requireSelf(actor, unit, staff);
        check(unit, staff, choices);
        return changed(new Change(actor, unit, staff, Optional.of(choices), ""), expectedVersion);
    }

    @Override
    public Profile updateFromDirectory(Actor actor, HsaId unit, StaffId staff) {
        requireSelf(actor, unit, staff);
        VersionedChoices before = documents.chosen(unit, staff);
        PersonalChoices kept = before.choices().asTheDirectorySays();
        return before.choices().equals(kept)
                ? profile(unit, staff, before)
                : changed(new Change(actor, unit, staff, Optional.of(kept), ""), before.version());
    }

    @Override
    public List<Saved<PersonalChoices>> history(Actor actor, HsaId unit, StaffId staff) {
        requireAccess(actor, unit, staff);
        return documents.choices().history(documents.id(unit, staff));
    }

    @Override
    public Profile restore(Actor actor, HsaId unit, StaffId staff, long version, long expectedVersion) {
        requireSelf(actor, unit, staff);
        Optional<PersonalChoices> earlier = documents.choices().version(documents.id(unit, staff), version);
        earlier.ifPresent(choices -> check(unit, staff, choices));
        return changed(new Change(actor, unit, staff, earlier, ", as version " + version), expectedVersion);
    }

    @Override
    public String signature(Actor actor, HsaId unit, StaffId staff, LocalDate day) {
        return read(actor, unit, staff).signature() + "\n" + day;
    }

    /**
     * A requested change.
     *
     * @param choices empty to give up whatever was chosen
     * @param asWhat the end of the audit's text
     */
    private record Change(Actor actor, HsaId unit, StaffId staff, Optional<PersonalChoices> choices, String asWhat) {}

    private Profile changed(Change change, long expectedVersion) {
        HsaId unit = change.unit();
        StaffId staff = change.staff();
        AuditNote auditNote = new AuditNote("personal-settings.change", "those of " + staff, change.asWhat());
        DocumentVersion<PersonalChoices> saved = documents
                .choices()
                .save(
                        Edit.of(documents.id(unit, staff), right(change), expectedVersion, auditNote),
                        () -> {
                            requireGrant(change.actor(), unit, staff);
                            return change.choices();
                        },
                        (current, stale) -> conflict(change, current, stale));
        return profile(unit, staff, VersionedChoices.of(saved));
    }

    private Right right(Change change) {
        return new Right(
                rules.access(),
                change.actor(),
                Operation.OWN_SETTINGS,
                scope -> new Target.Person(change.unit(), change.staff()));
    }

    private ConflictException conflict(
            Change refused, DocumentVersion<PersonalChoices> newest, StaleVersionException stale) {
        Versioned<PersonalChoices> current =
                new Versioned<>(newest.readable().orElse(PersonalChoices.NONE), newest.version());
        return new ConflictException(
                "The personal settings of " + refused.staff() + " at " + refused.unit() + " are at version "
                        + current.version() + ", and not at version " + stale.expected()
                        + " any more: compare the two, and save again naming version " + current.version(),
                refused.choices().orElse(PersonalChoices.NONE),
                current);
    }

    private Profile profile(HsaId unit, StaffId staff, VersionedChoices chosen) {
        String unitName = store.units()
                .find(unit)
                .map(entry -> store.names().apply(entry.unit()))
                .orElse(unit.value());
        return Profiles.of(unit, staff, unitName, chosen, directory.of(unit, staff));
    }

    private void check(HsaId unit, StaffId staff, PersonalChoices choices) {
        Problems problems = new Problems();
        problems.check(() -> numbers.check(choices));
        problems.check(() -> ProtectedIdentity.check(directory.of(unit, staff).facts(), choices));
        problems.refuse();
    }

    private void requireAccess(Actor actor, HsaId unit, StaffId staff) {
        rules.access().require(actor, Operation.OWN_SETTINGS, new Target.Person(unit, staff));
    }

    /** Careunit itself may read a person's choices, without changing them. */
    private void requireSelf(Actor actor, HsaId unit, StaffId staff) {
        requireAccess(actor, unit, staff);
        if (!(actor instanceof Actor.Staff)) {
            store.audit().append(unit, actor.label(), "access.refused", "change the personal settings of " + staff);
            throw new NotPermittedException(StaffProblem.NOT_THE_PERSON.with());
        }
        requireGrant(actor, unit, staff);
    }

    private void requireGrant(Actor actor, HsaId unit, StaffId staff) {
        if (!rules.permissions().unitsOf(actor).contains(unit)) {
            throw StaffProblem.NO_PERMISSION.refused(staff, unit);
        }
    }
}

package org.careunit.staff.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.staff.Choices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.staff.internal.PersonalDocuments.Chosen;
import org.careunit.storage.AuditTrail;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;

/** Personal settings in documents, over the directory. */
final class DocumentedPersonalSettings implements PersonalSettings {

    private final Rules rules;
    private final Store store;
    private final PersonalDocuments documents;
    private final DirectoryMemory directory;

    /** What says who may. */
    record Rules(AccessControl access, Permissions permissions) {}

    /** What personal settings are kept with. */
    record Store(Transactions transactions, UnitRegister units, AuditTrail audit) {}

    DocumentedPersonalSettings(Rules rules, Store store, PersonalDocuments documents, DirectoryMemory directory) {
        this.rules = rules;
        this.store = store;
        this.documents = documents;
        this.directory = directory;
    }

    @Override
    public Profile read(Actor actor, HsaId unit, HsaId staff) {
        requireAccess(actor, unit, staff);
        return profile(unit, staff, documents.chosen(unit, staff));
    }

    @Override
    public Profile save(Actor actor, HsaId unit, HsaId staff, Choices choices, long seen) {
        requireSelf(actor, unit, staff);
        Chosen chosen = store.transactions().call(() -> choose(actor, unit, staff, choices, seen));
        return profile(unit, staff, chosen);
    }

    @Override
    public Profile updateFromDirectory(Actor actor, HsaId unit, HsaId staff) {
        requireSelf(actor, unit, staff);
        Chosen before = documents.chosen(unit, staff);
        Choices kept =
                new Choices(Optional.empty(), Optional.empty(), before.choices().mailWhenGiven(), Optional.empty());
        if (before.choices().equals(kept)) {
            return profile(unit, staff, before);
        }
        return profile(
                unit, staff, store.transactions().call(() -> choose(actor, unit, staff, kept, before.version())));
    }

    @Override
    public String signature(Actor actor, HsaId unit, HsaId staff, LocalDate day) {
        return read(actor, unit, staff).signature() + "\n" + day;
    }

    private Chosen choose(Actor actor, HsaId unit, HsaId staff, Choices choices, long seen) {
        Chosen chosen = documents.choose(unit, staff, choices, seen, actor.label());
        store.audit()
                .append(
                        unit,
                        actor.label(),
                        "personal-settings.change",
                        "those of " + staff + ": version " + chosen.version());
        return chosen;
    }

    private Profile profile(HsaId unit, HsaId staff, Chosen chosen) {
        String unitName =
                store.units().find(unit).map(entry -> entry.unit().name()).orElse(unit.value());
        return Profiles.of(unit, staff, unitName, chosen, directory.of(unit, staff));
    }

    private void requireAccess(Actor actor, HsaId unit, HsaId staff) {
        rules.access().require(actor, Operation.OWN_SETTINGS, new Target.Person(unit, staff));
    }

    /** Careunit itself may read what a person has chosen, and leaves it as it is. */
    private void requireSelf(Actor actor, HsaId unit, HsaId staff) {
        requireAccess(actor, unit, staff);
        if (!(actor instanceof Actor.Staff)) {
            store.audit().append(unit, actor.label(), "access.refused", "change the personal settings of " + staff);
            throw new NotPermittedException(
                    "Personal settings are changed by the person alone (personen själv), not by " + actor.label());
        }
        if (!rules.permissions().unitsOf(actor).contains(unit)) {
            throw new RefusedException(staff + " has no permission at " + unit + ", and so no personal settings there");
        }
    }
}

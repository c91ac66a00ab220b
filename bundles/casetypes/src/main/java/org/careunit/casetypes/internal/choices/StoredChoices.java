package org.careunit.casetypes.internal.choices;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.ReplyPreview;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Updates;
import org.careunit.api.terms.TermsStates;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.casetypes.internal.choices.ChoiceStore.Change;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Right;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Implements the service for units' choices over documents; works without the terms service, too. */
@Component
public final class StoredChoices implements CaseTypeChoices {

    private final AccessControl access;
    private final CaseTypesContext context;
    private final CaseTypeCache memory;
    private final ChoiceStore store;
    private final ActivationBlockers blockers = new ActivationBlockers();

    @Activate
    public StoredChoices(@Reference AccessControl access, @Reference CaseTypesContext context) {
        this.access = access;
        this.context = context;
        this.memory = context.memory();
        this.store = new ChoiceStore(context);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setTerms(TermsStates present) {
        blockers.setTerms(present);
    }

    public void unsetTerms(TermsStates gone) {
        blockers.unsetTerms(gone);
    }

    @Override
    public List<Overview> overview(Actor actor, HsaId unit) {
        requireReading(actor, unit);
        return memory.at(unit).summaries().stream()
                .map(type -> new Overview(type, blockers.terms(actor, unit, type.key())))
                .toList();
    }

    @Override
    public TypeAtUnit read(Actor actor, HsaId unit, CaseTypeKey type) {
        requireReading(actor, unit);
        return memory.at(unit).require(type);
    }

    @Override
    public TypeAtUnit save(Actor actor, HsaId unit, CaseTypeKey type, TypeSettings settings, long expectedVersion) {
        Right right = changing(actor, unit);
        TypeAtUnit before = memory.at(unit).require(type);
        return settle(
                new Change(right, unit, before, "case-type.change"),
                before.own().name(),
                settings,
                expectedVersion);
    }

    @Override
    public TypeAtUnit create(Actor actor, HsaId unit, String name, TypeSettings settings) {
        Right right = changing(actor, unit);
        return store.create(right, unit, new UnitChoice(false, Optional.of(name), settings));
    }

    @Override
    public TypeAtUnit rename(Actor actor, HsaId unit, CaseTypeKey type, String name, long expectedVersion) {
        Right right = changing(actor, unit);
        TypeAtUnit before = own(unit, type);
        UnitChoice own = before.own();
        UnitChoice renamed = new UnitChoice(own.active(), Optional.of(name), own.settings());
        return store.save(new Change(right, unit, before, "case-type.rename"), renamed, expectedVersion);
    }

    @Override
    public void remove(Actor actor, HsaId unit, CaseTypeKey type, long expectedVersion) {
        Right right = changing(actor, unit);
        TypeAtUnit before = own(unit, type);
        if (before.own().active()) {
            throw CaseTypeProblem.ACTIVE_AT.refused(type, unit);
        }
        store.remove(new Change(right, unit, before, "case-type.remove"), expectedVersion);
    }

    private TypeAtUnit own(HsaId unit, CaseTypeKey type) {
        TypeAtUnit before = memory.at(unit).require(type);
        OwnTypeKeys.requireOwn(type);
        return before;
    }

    @Override
    public List<CaseTypeKey> removed(Actor actor, HsaId unit) {
        requireReading(actor, unit);
        return memory.at(unit).stored().removed();
    }

    @Override
    public TypeAtUnit restore(Actor actor, HsaId unit, CaseTypeKey type, long version, long expectedVersion) {
        Right right = changing(actor, unit);
        TypeAtUnit before = memory.at(unit).requireEver(type);
        UnitChoice earlier = version == 0
                ? new UnitChoice(false, before.own().name(), TypeSettings.NONE)
                : store.version(unit, type, version);
        if (type.isLocal() && earlier.name().isEmpty()) {
            throw CaseTypeProblem.NOTHING_TO_RESTORE.refused(version, type, unit);
        }
        return settle(
                new Change(right, unit, before, "case-type.restore"),
                earlier.name(),
                earlier.settings(),
                expectedVersion);
    }

    private TypeAtUnit settle(Change change, Optional<String> name, TypeSettings settings, long expectedVersion) {
        TypeAtUnit before = change.before();
        EffectiveSettings.refuseLocked(before, settings);
        UnitChoice choice = new UnitChoice(before.own().active(), name, settings);
        if (choice.active()) {
            TypeAtUnit after = EffectiveSettings.of(before.key(), before.central(), new Choice(choice, 0));
            refuse(ActivationBlockers.missing(after.effective()));
        }
        return store.save(change, choice, expectedVersion);
    }

    @Override
    public List<Problem> obstacles(Actor actor, HsaId unit, CaseTypeKey type) {
        requireReading(actor, unit);
        return blockers.of(actor, unit, memory.at(unit).require(type));
    }

    @Override
    public TypeAtUnit activate(Actor actor, HsaId unit, CaseTypeKey type) {
        Right right = changing(actor, unit);
        return repeatedly(memory.at(unit), unit, types -> {
            TypeAtUnit before = types.require(type);
            if (before.own().active()) {
                return before;
            }
            refuse(blockers.of(actor, unit, before));
            return turn(new Change(right, unit, before, "case-type.activate"), true);
        });
    }

    @Override
    public TypeAtUnit deactivate(Actor actor, HsaId unit, CaseTypeKey type) {
        Right right = changing(actor, unit);
        return repeatedly(memory.at(unit), unit, types -> {
            TypeAtUnit before = types.require(type);
            return before.own().active()
                    ? turn(new Change(right, unit, before, "case-type.deactivate"), false)
                    : before;
        });
    }

    /** Names no version, so whoever is overtaken by another change does it again to what is there now. */
    private TypeAtUnit repeatedly(TypesAtUnit first, HsaId unit, Function<TypesAtUnit, TypeAtUnit> change) {
        TypesAtUnit types = first;
        for (int attempt = 1; ; attempt++) {
            try {
                return change.apply(types);
            } catch (ConflictException faster) {
                if (attempt == Updates.ATTEMPTS) {
                    throw faster;
                }
                types = memory.atNow(unit);
            }
        }
    }

    private TypeAtUnit turn(Change change, boolean active) {
        TypeAtUnit before = change.before();
        UnitChoice own = before.own();
        return store.save(change, new UnitChoice(active, own.name(), own.settings()), before.version());
    }

    private static void refuse(List<Problem> blockers) {
        if (!blockers.isEmpty()) {
            throw new RefusedException(blockers, null);
        }
    }

    @Override
    public List<Saved<UnitChoice>> history(Actor actor, HsaId unit, CaseTypeKey type) {
        requireReading(actor, unit);
        memory.at(unit).requireEver(type);
        return store.history(unit, type);
    }

    @Override
    public ReplyPreview replies(Actor actor, HsaId unit, CaseTypeKey type) {
        requireReading(actor, unit);
        return EffectiveSettings.replies(memory.at(unit).require(type));
    }

    @Override
    public TypeSettings parse(String json) {
        return context.json().parse(TypeSettings.class, json);
    }

    @Override
    public String write(TypeSettings settings) {
        return context.json().write(settings);
    }

    private void requireReading(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
    }

    private Right changing(Actor actor, HsaId unit) {
        Right right = Right.ofUnits(access, actor);
        right.require(Scope.unit(unit));
        return right;
    }
}

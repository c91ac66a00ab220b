package org.careunit.terms.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.Phrase;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsDifference;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsPreview;
import org.careunit.api.terms.TermsText;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.documents.Right;
import org.careunit.terms.internal.TermsEditor.Author;
import org.careunit.terms.internal.check.CheckContext;
import org.careunit.terms.internal.check.IntendedFindings;
import org.careunit.terms.internal.check.TermsCheck;
import org.careunit.terms.internal.preview.Previews;
import org.careunit.terms.internal.problems.TermsProblem;
import org.careunit.terms.internal.text.AuthoredTerms;
import org.careunit.terms.internal.text.PlaceholderValues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the terms of units to host modules. */
@Component
public final class TermsComponent implements Terms {

    private final AccessControl access;
    private final TermsContext context;

    @Activate
    public TermsComponent(@Reference AccessControl access, @Reference TermsContext context) {
        this.access = access;
        this.context = context;
    }

    @Override
    public Optional<EffectiveTerms> effective(Actor actor, HsaId unit, CaseTypeKey type) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return context.merged().at(unit, type).terms();
    }

    @Override
    public Versioned<TermsDraft> draft(Actor actor, HsaId unit, CaseTypeKey type) {
        return context.history()
                .draft(permitted(actor, Operation.CHANGE_UNIT, unit, type).owner());
    }

    @Override
    public Versioned<TermsDraft> saveDraft(
            Actor actor, HsaId unit, CaseTypeKey type, TermsText text, long expectedVersion) {
        return context.editing().saveDraft(open(actor, unit, type).owner(), author(actor, expectedVersion), text);
    }

    @Override
    public SavedTerms publish(Actor actor, HsaId unit, CaseTypeKey type, long expectedVersion) {
        return publish(actor, open(actor, unit, type), Optional.empty(), expectedVersion);
    }

    @Override
    public SavedTerms schedule(Actor actor, HsaId unit, CaseTypeKey type, Instant from, long expectedVersion) {
        return publish(actor, open(actor, unit, type), Optional.of(from), expectedVersion);
    }

    private SavedTerms publish(Actor actor, TypeOfUnit target, Optional<Instant> from, long expectedVersion) {
        return context.editing()
                .publish(target.owner(), author(actor, expectedVersion), from, new AtUnit(context, target));
    }

    @Override
    public SavedTerms restore(Actor actor, HsaId unit, CaseTypeKey type, long version, long expectedVersion) {
        TypeOfUnit target = open(actor, unit, type);
        return context.editing()
                .restore(target.owner(), author(actor, expectedVersion), version, new AtUnit(context, target));
    }

    @Override
    public List<SavedTerms> history(Actor actor, HsaId unit, CaseTypeKey type) {
        return context.history()
                .of(permitted(actor, Operation.CHANGE_UNIT, unit, type).owner());
    }

    @Override
    public List<TermsDifference> compare(Actor actor, HsaId unit, CaseTypeKey type, long before, long after) {
        TermsOwner owner = permitted(actor, Operation.CHANGE_UNIT, unit, type).owner();
        return context.history().compare(owner, before, after);
    }

    @Override
    public List<TermsFinding> check(Actor actor, HsaId unit, CaseTypeKey type) {
        TypeOfUnit target = permitted(actor, Operation.READ_UNIT, unit, type);
        return context.merged()
                .at(unit, type)
                .terms()
                .map(terms -> TermsCheck.findings(
                        terms.points().stream().map(EffectivePoint::point).toList(), expected(target)))
                .orElseGet(() -> List.of(none(target)));
    }

    @Override
    public List<TermsFinding> check(Actor actor, HsaId unit, CaseTypeKey type, TermsText text) {
        TypeOfUnit target = permitted(actor, Operation.CHANGE_UNIT, unit, type);
        return TermsCheck.findings(text.points(), expected(target));
    }

    @Override
    public TermsPreview preview(Actor actor, HsaId unit, CaseTypeKey type) {
        EffectiveTerms terms =
                effective(actor, unit, type).orElseThrow(() -> TermsProblem.NONE_IN_FORCE.refused(unit, type));
        return Previews.of(terms.name(), terms.text().points());
    }

    @Override
    public TermsPreview preview(Actor actor, HsaId unit, CaseTypeKey type, TermsText text) {
        TypeOfUnit target = permitted(actor, Operation.CHANGE_UNIT, unit, type);
        PlaceholderValues filled = context.merged().filled(target.unit(), target.type());
        List<TermsPoint> points = text.points().stream().map(filled::in).toList();
        return Previews.of(target.type().name(), points);
    }

    @Override
    public TermsText parse(String json) {
        return context.json().parse(AuthoredTerms.class, json).text();
    }

    @Override
    public String write(TermsText text) {
        return context.json().write(text);
    }

    private CheckContext expected(TypeOfUnit target) {
        return context.termsInputs()
                .expected(
                        target.unit().id(),
                        target.type(),
                        context.rules().of(target.unit().region()).content())
                .with(context.merged().intended(target.unit(), target.type()));
    }

    @Override
    public List<IntendedFinding> intended(Actor actor, HsaId unit, CaseTypeKey type) {
        return context.intended()
                .own(permitted(actor, Operation.CHANGE_UNIT, unit, type).owner());
    }

    @Override
    public IntendedFinding markIntended(Actor actor, HsaId unit, CaseTypeKey type, TermsFinding finding) {
        TypeOfUnit target = open(actor, unit, type);
        Stream<TermsFinding> newest = context.history().draft(target.owner()).content().text().stream()
                .flatMap(text -> check(actor, unit, type, text).stream());
        Stream<TermsFinding> current = Stream.concat(newest, check(actor, unit, type).stream());
        return context.intended().mark(target.owner(), Right.ofUnits(access, actor), finding, current);
    }

    @Override
    public void unmarkIntended(Actor actor, HsaId unit, CaseTypeKey type, IntendedFinding intended) {
        context.intended().unmark(open(actor, unit, type).owner(), Right.ofUnits(access, actor), intended);
    }

    private static TermsFinding none(TypeOfUnit target) {
        return new TermsFinding(
                TermsFinding.Rule.NO_TERMS,
                TermsFinding.Severity.ERROR,
                Optional.empty(),
                "Det finns ingen publicerad villkorstext för " + target.type().name(),
                "Skriv en villkorstext och publicera den");
    }

    /** @throws RefusedException if the check finds an error, saying where */
    public static void refuseErrors(TermsText text, UnitCaseType type, IntendedFindings intended) {
        List<TermsFinding> errors = TermsCheck.errors(text.points(), type.handlingDays(), intended);
        if (!errors.isEmpty()) {
            throw TermsProblem.NOT_PUBLISHED.refused(words(errors));
        }
    }

    /** The text that would be in force once the unit's own is given up must have no errors if the type is active. */
    public static void refuseErrorsLeft(List<TermsPoint> left, UnitCaseType type, IntendedFindings intended) {
        List<TermsFinding> errors = TermsCheck.errors(left, type.handlingDays(), intended);
        if (type.active() && (left.isEmpty() || !errors.isEmpty())) {
            Phrase what = left.isEmpty()
                    ? new Phrase("Utan mottagningens text finns ingen.", "Without the unit's text there is none.")
                    : new Phrase(words(errors), words(errors));
            throw TermsProblem.ACTIVE.refused(type.name(), what);
        }
    }

    /** The errors, each once. */
    public static String words(List<TermsFinding> findings) {
        return findings.stream().map(TermsComponent::words).distinct().collect(Collectors.joining(" "));
    }

    /** The errors with their points and suggestions, in whole sentences. */
    public static String words(TermsFinding finding) {
        return finding.problem().swedish();
    }

    private Author author(Actor actor, long expectedVersion) {
        return new Author(Right.ofUnits(access, actor), expectedVersion);
    }

    private TypeOfUnit open(Actor actor, HsaId unit, CaseTypeKey type) {
        TypeOfUnit target = permitted(actor, Operation.CHANGE_UNIT, unit, type);
        refuseLocked(target.type(), target.unit());
        return target;
    }

    public static void refuseLocked(UnitCaseType type, CareUnit unit) {
        if (type.termsLocked()) {
            throw TermsProblem.LOCKED.refused(type.key(), unit.region());
        }
    }

    private TypeOfUnit permitted(Actor actor, Operation operation, HsaId unit, CaseTypeKey type) {
        access.require(actor, operation, new Target.Unit(unit));
        return new TypeOfUnit(
                context.units().require(unit), context.termsInputs().type(unit, type));
    }

    /**
     * Refuses texts with errors, and changes that the region has locked; checked with the type as it is under the lock.
     */
    private record AtUnit(TermsContext context, TypeOfUnit target) implements TermsEditor.Guard {

        @Override
        public void publishing(TermsText text) {
            refuseErrors(text, typeNow(), context.merged().intended(target.unit(), target.type()));
        }

        @Override
        public void givingUp(List<TermsPoint> left) {
            refuseErrorsLeft(left, typeNow(), context.merged().intended(target.unit(), target.type()));
        }

        private UnitCaseType typeNow() {
            UnitCaseType now = context.termsInputs().typesNow(target.unit().id()).stream()
                    .filter(type -> type.key().equals(target.type().key()))
                    .findFirst()
                    .orElseThrow(() -> TermsProblem.NO_TYPE_AT_UNIT.refused(
                            target.unit().id(), target.type().key()));
            refuseLocked(now, target.unit());
            return now;
        }
    }

    private record TypeOfUnit(CareUnit unit, UnitCaseType type) {

        TermsOwner owner() {
            return TermsOwner.of(unit, type.key());
        }
    }
}

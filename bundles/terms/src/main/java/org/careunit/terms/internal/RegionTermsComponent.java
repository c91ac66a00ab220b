package org.careunit.terms.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.terms.CheckRules;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.TermsDifference;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPreview;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Right;
import org.careunit.terms.internal.TermsEditor.Author;
import org.careunit.terms.internal.TermsEditor.Guard;
import org.careunit.terms.internal.check.IntendedFindings;
import org.careunit.terms.internal.preview.Previews;
import org.careunit.terms.internal.problems.TermsProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the terms of regions. Their texts may contain placeholders, which units replace. */
@Component
public final class RegionTermsComponent implements RegionTerms {

    private final AccessControl access;
    private final TermsContext context;
    private final RegionTypes types;

    @Activate
    public RegionTermsComponent(
            @Reference AccessControl access, @Reference TermsContext context, @Reference CaseTypeCatalogue catalogue) {
        this.access = access;
        this.context = context;
        types = new RegionTypes(catalogue);
    }

    @Override
    public Versioned<TermsDraft> draft(Actor actor, CountyCode region, CaseTypeKey type) {
        return context.history().draft(reading(actor, region, type));
    }

    @Override
    public Versioned<TermsDraft> saveDraft(
            Actor actor, CountyCode region, CaseTypeKey type, TermsText text, long expectedVersion) {
        return context.editing().saveDraft(changing(actor, region, type), author(actor, region, expectedVersion), text);
    }

    @Override
    public SavedTerms publish(Actor actor, CountyCode region, CaseTypeKey type, long expectedVersion) {
        TermsOwner owner = changing(actor, region, type);
        return context.editing().publish(owner, author(actor, region, expectedVersion), Optional.empty(), Guard.NONE);
    }

    @Override
    public SavedTerms schedule(Actor actor, CountyCode region, CaseTypeKey type, Instant from, long expectedVersion) {
        TermsOwner owner = changing(actor, region, type);
        return context.editing().publish(owner, author(actor, region, expectedVersion), Optional.of(from), Guard.NONE);
    }

    @Override
    public SavedTerms restore(Actor actor, CountyCode region, CaseTypeKey type, long version, long expectedVersion) {
        TermsOwner owner = changing(actor, region, type);
        return context.editing().restore(owner, author(actor, region, expectedVersion), version, Guard.NONE);
    }

    @Override
    public List<SavedTerms> history(Actor actor, CountyCode region, CaseTypeKey type) {
        return context.history().of(reading(actor, region, type));
    }

    @Override
    public List<TermsDifference> compare(Actor actor, CountyCode region, CaseTypeKey type, long before, long after) {
        return context.history().compare(reading(actor, region, type), before, after);
    }

    @Override
    public Optional<Versioned<TermsText>> effective(Actor actor, CountyCode region, CaseTypeKey type) {
        return inForce(reading(actor, region, type));
    }

    private Optional<Versioned<TermsText>> inForce(TermsOwner owner) {
        InheritedText base = context.bases().ofRegion(owner);
        return InheritedTexts.text(base.points()).map(text -> new Versioned<>(text, base.version()));
    }

    private TermsText requireInForce(TermsOwner owner) {
        return inForce(owner)
                .orElseThrow(() -> TermsProblem.NONE_IN_REGION.refused(
                        owner.type(), owner.scope().id()))
                .content();
    }

    @Override
    public List<TermsFinding> check(Actor actor, CountyCode region, CaseTypeKey type) {
        return check(region, type, requireInForce(reading(actor, region, type)));
    }

    @Override
    public List<TermsFinding> check(Actor actor, CountyCode region, CaseTypeKey type, TermsText text) {
        return check(region, reading(actor, region, type).type(), text);
    }

    private List<TermsFinding> check(CountyCode region, CaseTypeKey type, TermsText text) {
        IntendedFindings intended =
                new IntendedFindings(context.intended().own(TermsOwner.of(region, type)), UnaryOperator.identity());
        return types.find(region, type)
                .findings(text, context.rules().of(region).content(), intended);
    }

    @Override
    public List<IntendedFinding> intended(Actor actor, CountyCode region, CaseTypeKey type) {
        return context.intended().own(reading(actor, region, type));
    }

    @Override
    public IntendedFinding markIntended(Actor actor, CountyCode region, CaseTypeKey type, TermsFinding finding) {
        TermsOwner owner = changing(actor, region, type);
        Stream<TermsText> texts = Stream.concat(
                context.history().draft(owner).content().text().stream(),
                inForce(owner).map(Versioned::content).stream());
        Stream<TermsFinding> current = texts.flatMap(text -> check(region, type, text).stream());
        return context.intended().mark(owner, changing(actor, region), finding, current);
    }

    @Override
    public void unmarkIntended(Actor actor, CountyCode region, CaseTypeKey type, IntendedFinding intended) {
        context.intended().unmark(changing(actor, region, type), changing(actor, region), intended);
    }

    @Override
    public TermsPreview preview(Actor actor, CountyCode region, CaseTypeKey type) {
        return preview(region, type, requireInForce(reading(actor, region, type)));
    }

    @Override
    public TermsPreview preview(Actor actor, CountyCode region, CaseTypeKey type, TermsText text) {
        return preview(region, reading(actor, region, type).type(), text);
    }

    private TermsPreview preview(CountyCode region, CaseTypeKey type, TermsText text) {
        return Previews.of(types.find(region, type).name(), text.points());
    }

    @Override
    public Versioned<CheckRules> rules(Actor actor, CountyCode region) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        return context.rules().of(region);
    }

    @Override
    public Versioned<CheckRules> saveRules(Actor actor, CountyCode region, CheckRules rules, long expectedVersion) {
        return context.rules().save(changing(actor, region), region, rules, expectedVersion);
    }

    @Override
    public List<Saved<CheckRules>> rulesHistory(Actor actor, CountyCode region) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        return context.rules().history(region);
    }

    @Override
    public Versioned<CheckRules> restoreRules(Actor actor, CountyCode region, long version, long expectedVersion) {
        return context.rules().restore(changing(actor, region), region, version, expectedVersion);
    }

    private TermsOwner reading(Actor actor, CountyCode region, CaseTypeKey type) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
        return TermsOwner.of(region, type);
    }

    private TermsOwner changing(Actor actor, CountyCode region, CaseTypeKey type) {
        changing(actor, region);
        return TermsOwner.of(region, type);
    }

    private Author author(Actor actor, CountyCode region, long expectedVersion) {
        return new Author(changing(actor, region), expectedVersion);
    }

    private Right changing(Actor actor, CountyCode region) {
        Right right = Right.ofRegions(access, actor);
        right.require(Scope.region(region.value()));
        return right;
    }
}

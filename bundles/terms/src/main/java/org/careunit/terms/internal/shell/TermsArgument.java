package org.careunit.terms.internal.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.IntendedFinding;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsDifference;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsPreview;
import org.careunit.api.terms.TermsText;
import org.careunit.operations.CommandProblem;
import org.careunit.operations.Listing;

/** The terms that an operator names: a unit's or a region's. */
final class TermsArgument {

    private final Terms units;
    private final RegionTerms regions;
    private final Actor actor;
    private final Optional<CountyCode> region;
    private final String unit;
    private final CaseTypeKey type;

    TermsArgument(Terms units, RegionTerms regions, Actor actor, String place, String type) {
        this.units = units;
        this.regions = regions;
        this.actor = actor;
        this.type = CaseTypeKey.of(type);
        region = place.strip().length() == 2 ? Optional.of(CountyCode.of(place)) : Optional.empty();
        unit = place;
    }

    /** The named version, else the current one. */
    long expectedVersion(Long named) {
        return named != null ? named : draft().version();
    }

    Versioned<TermsDraft> draft() {
        return region.map(code -> regions.draft(actor, code, type)).orElseGet(() -> units.draft(actor, unit(), type));
    }

    Versioned<TermsDraft> saveDraft(TermsText text, long expectedVersion) {
        return region.map(code -> regions.saveDraft(actor, code, type, text, expectedVersion))
                .orElseGet(() -> units.saveDraft(actor, unit(), type, text, expectedVersion));
    }

    SavedTerms publish(long expectedVersion) {
        return region.map(code -> regions.publish(actor, code, type, expectedVersion))
                .orElseGet(() -> units.publish(actor, unit(), type, expectedVersion));
    }

    SavedTerms schedule(Instant from, long expectedVersion) {
        return region.map(code -> regions.schedule(actor, code, type, from, expectedVersion))
                .orElseGet(() -> units.schedule(actor, unit(), type, from, expectedVersion));
    }

    SavedTerms restore(long version, long expectedVersion) {
        return region.map(code -> regions.restore(actor, code, type, version, expectedVersion))
                .orElseGet(() -> units.restore(actor, unit(), type, version, expectedVersion));
    }

    List<SavedTerms> history() {
        return region.map(code -> regions.history(actor, code, type))
                .orElseGet(() -> units.history(actor, unit(), type));
    }

    List<TermsDifference> compare(long before, long after) {
        return region.map(code -> regions.compare(actor, code, type, before, after))
                .orElseGet(() -> units.compare(actor, unit(), type, before, after));
    }

    /** The terms in force. */
    Listing effective() {
        return region.map(code -> regions.effective(actor, code, type).map(TermsListings::of))
                .orElseGet(() -> units.effective(actor, unit(), type).map(TermsListings::of))
                .orElseThrow(() ->
                        CommandProblem.ARGUMENT.refused("There are no terms of " + type + " of " + unit + " in force"));
    }

    /** The points that hold now and would not any more if the draft were published. */
    List<TermsPoint> disappearing() {
        Set<String> staying = draft().content().text().map(TermsText::points).orElse(List.of()).stream()
                .map(TermsPoint::id)
                .collect(Collectors.toSet());
        return inForce().stream().filter(point -> !staying.contains(point.id())).toList();
    }

    private List<TermsPoint> inForce() {
        return region.map(code -> regions.effective(actor, code, type)
                        .map(said -> said.content().points()))
                .orElseGet(() -> units.effective(actor, unit(), type).map(said -> said.points().stream()
                        .map(EffectivePoint::point)
                        .toList()))
                .orElse(List.of());
    }

    /** The terms in force, or the newest version, published or not. */
    TermsPreview preview(boolean newest) {
        Optional<TermsText> text = newest ? draft().content().text() : Optional.empty();
        return region.map(code -> text.map(said -> regions.preview(actor, code, type, said))
                        .orElseGet(() -> regions.preview(actor, code, type)))
                .orElseGet(() -> text.map(said -> units.preview(actor, unit(), type, said))
                        .orElseGet(() -> units.preview(actor, unit(), type)));
    }

    /** The draft, if there is one and it is requested; else the terms in force. */
    List<TermsFinding> check(boolean published) {
        Versioned<TermsDraft> newest = draft();
        Optional<TermsText> text =
                newest.content().text().filter(said -> newest.content().draft() && !published);
        return region.map(code -> text.map(said -> regions.check(actor, code, type, said))
                        .orElseGet(() -> regions.check(actor, code, type)))
                .orElseGet(() -> text.map(said -> units.check(actor, unit(), type, said))
                        .orElseGet(() -> units.check(actor, unit(), type)));
    }

    /** The intended findings. */
    List<IntendedFinding> intended() {
        return region.map(code -> regions.intended(actor, code, type))
                .orElseGet(() -> units.intended(actor, unit(), type));
    }

    IntendedFinding markIntended(TermsFinding finding) {
        return region.map(code -> regions.markIntended(actor, code, type, finding))
                .orElseGet(() -> units.markIntended(actor, unit(), type, finding));
    }

    void unmarkIntended(IntendedFinding intended) {
        if (region.isPresent()) {
            regions.unmarkIntended(actor, region.get(), type, intended);
        } else {
            units.unmarkIntended(actor, unit(), type, intended);
        }
    }

    private HsaId unit() {
        return HsaId.of(unit);
    }
}

package org.careunit.api.terms;

import java.util.List;
import java.util.Objects;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;

/**
 * The terms that hold for a case type at a unit.
 *
 * @param unit never null
 * @param type never null
 * @param name what the case type is called; never null
 * @param version which words these are; never null
 * @param locked whether the region alone decides them
 * @param points in their order, at least one; never null
 */
public record EffectiveTerms(
        HsaId unit, CaseTypeKey type, String name, TermsVersion version, boolean locked, List<EffectivePoint> points) {
    public EffectiveTerms {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        points = List.copyOf(points);
    }

    /** The words alone. */
    public TermsText text() {
        return new TermsText(points.stream().map(EffectivePoint::point).toList());
    }

    public EffectiveTerms withUnit(HsaId unit) {
        return new EffectiveTerms(unit, type, name, version, locked, points);
    }

    public EffectiveTerms withType(CaseTypeKey type) {
        return new EffectiveTerms(unit, type, name, version, locked, points);
    }

    public EffectiveTerms withName(String name) {
        return new EffectiveTerms(unit, type, name, version, locked, points);
    }

    public EffectiveTerms withVersion(TermsVersion version) {
        return new EffectiveTerms(unit, type, name, version, locked, points);
    }

    public EffectiveTerms withLocked(boolean locked) {
        return new EffectiveTerms(unit, type, name, version, locked, points);
    }

    public EffectiveTerms withPoints(List<EffectivePoint> points) {
        return new EffectiveTerms(unit, type, name, version, locked, points);
    }
}

package org.careunit.terms.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectivePoint.Origin;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.terms.internal.text.TermsContent.Entry;

/** Merges a unit's words with its region's, point by point. */
public final class Inheritance {

    private Inheritance() {}

    /**
     * The part of a text that must be stored so that {@link #merge} restores it: points equal to the region's are
     * inherited.
     */
    public static TermsContent differences(List<TermsPoint> region, TermsText text) {
        Map<String, TermsPoint> inherited = byId(region);
        List<Entry> entries = text.points().stream()
                .map(point -> point.equals(inherited.get(point.id()))
                        ? Entry.inherited(point)
                        : new Entry(point.id(), Optional.of(point.text())))
                .toList();
        Set<String> kept = new HashSet<>();
        entries.forEach(entry -> kept.add(entry.id()));
        List<String> without = region.stream()
                .map(TermsPoint::id)
                .filter(id -> !kept.contains(id))
                .toList();
        return new TermsContent(entries, without);
    }

    /**
     * Merges both texts. A point that the region has added since is placed after the one that it follows there; one
     * that it has removed is dropped, unless the unit has its own text for it.
     */
    public static List<EffectivePoint> merge(List<TermsPoint> region, TermsContent own) {
        Map<String, TermsPoint> inherited = byId(region);
        List<EffectivePoint> merged = new ArrayList<>();
        own.entries().forEach(entry -> point(entry, inherited).ifPresent(merged::add));
        Set<String> placed = new HashSet<>(own.without());
        merged.forEach(point -> placed.add(point.point().id()));
        for (int index = 0; index < region.size(); index++) {
            if (placed.add(region.get(index).id())) {
                merged.add(after(merged, region.subList(0, index)), inherited(region.get(index)));
            }
        }
        return List.copyOf(merged);
    }

    /** What a region says, as it is. */
    public static List<EffectivePoint> inherited(List<TermsPoint> region) {
        return region.stream().map(Inheritance::inherited).toList();
    }

    private static Optional<EffectivePoint> point(Entry entry, Map<String, TermsPoint> inherited) {
        Optional<TermsPoint> regional = Optional.ofNullable(inherited.get(entry.id()));
        if (entry.text().isEmpty()) {
            return regional.map(Inheritance::inherited);
        }
        return Optional.of(new EffectivePoint(
                new TermsPoint(entry.id(), entry.text().get()), Origin.UNIT, regional.map(TermsPoint::text)));
    }

    private static EffectivePoint inherited(TermsPoint point) {
        return new EffectivePoint(point, Origin.REGION, Optional.of(point.text()));
    }

    /** Behind the last of the points before it that is there. */
    private static int after(List<EffectivePoint> merged, List<TermsPoint> before) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int index = 0; index < merged.size(); index++) {
            indexes.put(merged.get(index).point().id(), index);
        }
        for (int index = before.size() - 1; index >= 0; index--) {
            Integer found = indexes.get(before.get(index).id());
            if (found != null) {
                return found + 1;
            }
        }
        return 0;
    }

    private static Map<String, TermsPoint> byId(List<TermsPoint> points) {
        Map<String, TermsPoint> byId = new LinkedHashMap<>();
        points.forEach(point -> byId.put(point.id(), point));
        return byId;
    }
}

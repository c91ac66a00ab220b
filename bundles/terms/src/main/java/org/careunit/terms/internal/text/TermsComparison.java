package org.careunit.terms.internal.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.terms.TermsDifference;
import org.careunit.api.terms.TermsPoint;

/** Compares two texts. */
public final class TermsComparison {

    private TermsComparison() {}

    /** The differences: what was taken out first, then by the order of the later text. */
    public static List<TermsDifference> of(List<TermsPoint> before, List<TermsPoint> after) {
        Map<String, String> old = byId(before);
        Map<String, String> young = byId(after);
        List<TermsDifference> differences = new ArrayList<>();
        old.forEach((id, text) -> {
            if (!young.containsKey(id)) {
                differences.add(new TermsDifference(id, Optional.of(text), Optional.empty(), false));
            }
        });
        List<String> order = common(old, young);
        List<String> newOrder = common(young, old);
        young.forEach((id, text) -> {
            boolean moved = order.indexOf(id) != newOrder.indexOf(id);
            if (moved || !text.equals(old.get(id))) {
                differences.add(new TermsDifference(id, Optional.ofNullable(old.get(id)), Optional.of(text), moved));
            }
        });
        return List.copyOf(differences);
    }

    private static List<String> common(Map<String, String> ordered, Map<String, String> other) {
        return ordered.keySet().stream().filter(other::containsKey).toList();
    }

    private static Map<String, String> byId(List<TermsPoint> points) {
        Map<String, String> byId = new LinkedHashMap<>();
        points.forEach(point -> byId.put(point.id(), point.text()));
        return byId;
    }
}

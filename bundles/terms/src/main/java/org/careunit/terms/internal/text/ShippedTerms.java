package org.careunit.terms.internal.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.operations.files.ShippedText;
import org.careunit.storage.json.RecordJson;

/** The texts that come with Careunit, for every type of the default catalogue. */
public final class ShippedTerms {

    private static final String RESOURCE = "/org/careunit/terms/default-terms.json";

    private final Map<CaseTypeKey, List<TermsPoint>> texts;
    private final Map<CaseTypeKey, List<EffectivePoint>> inherited = new HashMap<>();

    public ShippedTerms(RecordJson json) {
        texts = json.parseList(Shipped.class, ShippedText.of(ShippedTerms.class, RESOURCE)).stream()
                .collect(Collectors.toUnmodifiableMap(
                        Shipped::key, shipped -> new TermsText(shipped.points()).points()));
        texts.forEach((type, points) -> inherited.put(type, Inheritance.inherited(points)));
    }

    /** The points of a type; none if there is no text for it. */
    public List<TermsPoint> of(CaseTypeKey type) {
        return texts.getOrDefault(type, List.of());
    }

    /** The same as those who have nothing of their own inherit them: once for all. */
    public List<EffectivePoint> inherited(CaseTypeKey type) {
        return inherited.getOrDefault(type, List.of());
    }

    /** The types that there is a text for. */
    public Set<CaseTypeKey> types() {
        return texts.keySet();
    }

    /** The text of one type. */
    public record Shipped(CaseTypeKey key, List<TermsPoint> points) {}
}

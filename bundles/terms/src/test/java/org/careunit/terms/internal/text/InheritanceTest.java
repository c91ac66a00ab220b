package org.careunit.terms.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectivePoint.Origin;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;

/** Merging, over texts made by chance. */
class InheritanceTest {

    @Property
    void whatIsKeptOfATextMakesItAgain(@ForAll("texts") TermsText region, @ForAll("texts") TermsText unit) {
        assertThat(merged(region, Inheritance.differences(region.points(), unit)))
                .isEqualTo(unit.points());
    }

    @Property
    void whatSaysTheSameAsTheRegionIsInherited(@ForAll("texts") TermsText region, @ForAll("texts") TermsText unit) {
        TermsContent kept = Inheritance.differences(region.points(), unit);
        assertThat(Inheritance.merge(region.points(), kept)).allSatisfy(point -> {
            boolean same = region.points().contains(point.point());
            assertThat(point.origin()).isEqualTo(same ? Origin.REGION : Origin.UNIT);
            assertThat(point.differsFromRegion()).isEqualTo(!same);
        });
    }

    @Property
    void aChangeOfTheRegionReachesInheritedPointsAndNoOthers(
            @ForAll("texts") TermsText region, @ForAll("texts") TermsText unit, @ForAll @IntRange(max = 7) int which) {
        TermsContent kept = Inheritance.differences(region.points(), unit);
        TermsPoint old = region.points().get(which % region.points().size());
        List<TermsPoint> young = new ArrayList<>(region.points());
        young.set(young.indexOf(old), new TermsPoint(old.id(), "något helt nytt"));
        List<EffectivePoint> before = Inheritance.merge(region.points(), kept);
        List<EffectivePoint> after = Inheritance.merge(young, kept);
        assertThat(after).hasSameSizeAs(before);
        for (int place = 0; place < before.size(); place++) {
            EffectivePoint was = before.get(place);
            boolean follows = was.origin() == Origin.REGION && was.point().equals(old);
            assertThat(after.get(place).point().text())
                    .isEqualTo(follows ? "något helt nytt" : was.point().text());
        }
    }

    @Property
    void aPointThatTheRegionAddsComesAfterTheOneItFollows(
            @ForAll("texts") TermsText region, @ForAll("texts") TermsText unit, @ForAll @IntRange(max = 8) int where) {
        TermsContent kept = Inheritance.differences(region.points(), unit);
        int place = where % (region.points().size() + 1);
        List<TermsPoint> young = new ArrayList<>(region.points());
        TermsPoint added = new TermsPoint("tillagd", "en ny punkt");
        young.add(place, added);
        List<TermsPoint> after = merged(new TermsText(young), kept);
        assertThat(after).contains(added).hasSize(unit.points().size() + 1);
        if (place > 0) {
            String before = young.get(place - 1).id();
            int there = after.stream().map(TermsPoint::id).toList().indexOf(before);
            assertThat(there).isLessThan(after.indexOf(added));
        }
    }

    @Property
    void differencesAreNoneExactlyForTheSame(@ForAll("texts") TermsText one, @ForAll("texts") TermsText other) {
        assertThat(TermsComparison.of(one.points(), other.points()).isEmpty()).isEqualTo(one.equals(other));
        assertThat(TermsComparison.of(one.points(), one.points())).isEmpty();
    }

    @Property
    void onlyTheSameWordsHaveTheSameHash(@ForAll("texts") TermsText one, @ForAll("texts") TermsText other) {
        assertThat(CanonicalTerms.sha256(one.points()).equals(CanonicalTerms.sha256(other.points())))
                .isEqualTo(one.equals(other));
    }

    private static List<TermsPoint> merged(TermsText region, TermsContent words) {
        return Inheritance.merge(region.points(), words).stream()
                .map(EffectivePoint::point)
                .toList();
    }

    @Provide
    Arbitrary<TermsText> texts() {
        Arbitrary<List<String>> ids = Arbitraries.of("a", "b", "c", "d", "e", "f", "g")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(7);
        Arbitrary<List<String>> texts =
                Arbitraries.of("ett", "två", "tre\nfyra").list().ofSize(7);
        return Combinators.combine(ids, texts).as((some, words) -> {
            List<TermsPoint> points = new ArrayList<>();
            for (int place = 0; place < some.size(); place++) {
                points.add(new TermsPoint(some.get(place), words.get(place)));
            }
            return new TermsText(points);
        });
    }
}

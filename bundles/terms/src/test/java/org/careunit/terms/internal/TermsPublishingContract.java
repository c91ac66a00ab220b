package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.careunit.api.access.NotPermittedException;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.terms.EffectivePoint;
import org.careunit.api.terms.EffectivePoint.Origin;
import org.careunit.api.terms.EffectiveTerms;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.TermsDifference;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsState.Stage;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.Test;

/** Drafts, versions and published texts of units and regions, on every database. */
abstract class TermsPublishingContract extends TermsFixture {

    private static final HsaId NO_UNIT = new HsaId("SE1111111111-UNIT9");

    @Test
    void untilAnybodyWritesCareunitsTextHoldsAndItsPlaceholdersKeepTheTypeClosed() {
        EffectiveTerms shipped = effective();
        assertThat(shipped.version().region()).isZero();
        assertThat(shipped.version().unit()).isZero();
        assertThat(shipped.points().get(0).point().text()).contains("Mottagning A");
        TermsState state = states.find(ANNA, UNIT, BOOK);
        assertThat(state.stage()).isEqualTo(Stage.REGION);
        assertThat(state.errors()).isNotEmpty().allSatisfy(error -> assertThat(error.swedish())
                .contains("Boka tid", "Platshållaren"));
    }

    @Test
    void aUnitsOwnTypeHasNoTermsUntilTheUnitWritesThem() {
        assertThat(terms.effective(ANNA, UNIT, OWN)).isEmpty();
        assertThat(states.find(ANNA, UNIT, OWN).stage()).isEqualTo(Stage.NONE);
        assertThat(terms.check(ANNA, UNIT, OWN)).hasSize(1);
        terms.saveDraft(ANNA, UNIT, OWN, text("a", "Ett", "b", "Två"), 0);
        terms.publish(ANNA, UNIT, OWN, 1);
        assertThat(words(terms.effective(ANNA, UNIT, OWN).orElseThrow())).containsExactly("Ett", "Två");
        assertThatThrownBy(() -> regions.draft(ANNA, REGION, OWN)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aDraftIsSeenByItsAuthorsAloneUntilItIsPublished() {
        publishRegions(REGIONS);
        effective();
        TermsText mine = changed(REGIONS, "akut", "Ring alltid 112.");
        assertThat(terms.saveDraft(ANNA, UNIT, BOOK, mine, 0).version()).isEqualTo(1);
        assertThat(effective().version().unit()).isZero();
        assertThat(states.find(ANNA, UNIT, BOOK).hasDraft()).isTrue();
        assertThat(terms.draft(BO, UNIT, BOOK).content().text()).contains(mine);
        SavedTerms published = terms.publish(ANNA, UNIT, BOOK, 1);
        assertThat(published.version()).isEqualTo(2);
        assertThat(words(effective()))
                .containsExactly(
                        "Här kan du boka tid hos Mottagning A.", "Svar inom 3 arbetsdagar.", "Ring alltid 112.");
        assertThat(effective().points())
                .extracting(EffectivePoint::origin)
                .containsExactly(Origin.REGION, Origin.REGION, Origin.UNIT);
        assertThat(effective().points().get(2).differsFromRegion()).isTrue();
        assertThat(states.find(ANNA, UNIT, BOOK)).isEqualTo(new TermsState(Stage.UNIT, false, List.of()));
        assertThat(store.audit().newest(UNIT, 10))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("terms.publish", "terms.draft");
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 2)).hasMessageContaining("published already");
    }

    @Test
    void whatTheRegionChangesIsInheritedPointByPoint() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        publishRegions(text("syfte", "Nytt syfte.", "ny", "Ny punkt.", "svar", "Vi svarar.", "akut", "Ring 1177."));
        EffectiveTerms now = effective();
        assertThat(words(now)).containsExactly("Nytt syfte.", "Ny punkt.", "Vi svarar.", "Ring alltid 112.");
        assertThat(now.points().get(3).regional()).contains("Ring 1177.");
        assertThat(now.version().region()).isEqualTo(4);
        assertThat(now.version().unit()).isEqualTo(2);
        assertThat(store.audit().newest(Scope.region("01"), 10)).hasSize(4);
    }

    @Test
    void lockedTermsAreTheRegionsWhateverTheUnitHasWritten() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        types.say("boka-tid", "Boka tid", 5, true);
        assertThat(words(effective()))
                .containsExactly("Här kan du boka tid hos Mottagning A.", "Svar inom 5 arbetsdagar.", "Ring 112.");
        assertThat(effective().locked()).isTrue();
        assertThat(states.find(ANNA, UNIT, BOOK).stage()).isEqualTo(Stage.LOCKED);
        assertThatThrownBy(() -> terms.saveDraft(ANNA, UNIT, BOOK, REGIONS, 2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("locked by region 01");
    }

    @Test
    void whatIsScheduledHoldsFromItsTimeOnWithoutAnybodyDoingAnything() {
        publish(text("a", "Förut"));
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Sedan"), 2);
        Instant then = clock.instant().plus(Duration.ofDays(2));
        terms.schedule(ANNA, UNIT, BOOK, then, 3);
        assertThat(words(effective())).contains("Förut").doesNotContain("Sedan");
        assertThat(states.find(ANNA, UNIT, BOOK).until()).contains(then);
        clock.set(then.minusMillis(1));
        assertThat(words(effective())).contains("Förut");
        clock.set(then);
        assertThat(words(effective())).contains("Sedan").doesNotContain("Förut");
        assertThat(states.find(ANNA, UNIT, BOOK).until()).isEmpty();
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Tredje"), 4);
        assertThatThrownBy(() -> terms.schedule(ANNA, UNIT, BOOK, then, 5)).hasMessageContaining("has passed");
    }

    @Test
    void whatIsScheduledIsTakenBackByAnotherTextForItsInstant() {
        publish(text("a", "Förut"));
        Instant then = clock.instant().plus(Duration.ofDays(2));
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Sedan"), 2);
        terms.schedule(ANNA, UNIT, BOOK, then, 3);
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Förut"), 4);
        terms.schedule(ANNA, UNIT, BOOK, then, 5);
        clock.set(then);
        assertThat(words(effective())).contains("Förut").doesNotContain("Sedan");
    }

    @Test
    void ofTwoWhoPublishAtOnceOneGetsTheOthersVersion() throws Exception {
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Ett"), 0);
        CountDownLatch ready = new CountDownLatch(2);
        ExecutorService authors = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> publishing = () -> {
                ready.countDown();
                assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
                return isPublished();
            };
            List<Future<Boolean>> both = authors.invokeAll(List.of(publishing, publishing));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            authors.shutdownNow();
        }
        assertThat(terms.history(ANNA, UNIT, BOOK)).hasSize(2);
        assertThat(store.audit().newest(UNIT, 10)).hasSize(2);
    }

    private boolean isPublished() {
        try {
            return terms.publish(ANNA, UNIT, BOOK, 1).version() == 2;
        } catch (ConflictException faster) {
            return false;
        }
    }

    @Test
    void placeholdersAreNotPublishedByAUnitButByItsRegion() {
        TermsText unready = text("a", "Svar inom X arbetsdagar.", "b", "{okänt}");
        terms.saveDraft(ANNA, UNIT, BOOK, unready, 0);
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("punkt a: Platshållaren X är kvar")
                .hasMessageContaining("{okänt}");
        assertThat(store.documents().history(TermsOwner.of(unit(), BOOK).id())).hasSize(1);
        publishRegions(unready);
        assertThat(states.find(ANNA, UNIT, BOOK).errors()).hasSize(2).allSatisfy(error -> assertThat(error.swedish())
                .endsWith("."));
    }

    @Test
    void aConflictCarriesBothVersions() {
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Annas"), 0);
        terms.saveDraft(BO, UNIT, BOOK, text("a", "Bos"), 1);
        assertThatThrownBy(() -> terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Annas andra"), 1))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(((TermsDraft) conflict.refused().orElseThrow()).text())
                            .contains(text("a", "Annas andra"));
                    assertThat(conflict.current(TermsDraft.class)
                                    .content()
                                    .text()
                                    .orElseThrow()
                                    .points())
                            .contains(new TermsPoint("a", "Bos"));
                    assertThat(conflict.current(TermsDraft.class).version()).isEqualTo(2);
                    assertThat(conflict).hasMessageContaining("saved by operator:bo");
                });
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 1)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, BOOK, 0, 1)).isInstanceOf(ConflictException.class);
        assertThat(store.audit().newest(UNIT, 10)).hasSize(2);
    }

    @Test
    void versionsAreKeptComparedAndRestored() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        publish(text(
                "akut", "Ring alltid 112.", "syfte", REGIONS.points().get(0).text()));
        assertThat(terms.history(ANNA, UNIT, BOOK))
                .extracting(SavedTerms::version)
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(terms.compare(ANNA, UNIT, BOOK, 2, 4))
                .containsExactlyInAnyOrder(
                        new TermsDifference(
                                "svar", Optional.of("Svar inom {handling.days} arbetsdagar."), Optional.empty(), false),
                        new TermsDifference(
                                "akut", Optional.of("Ring alltid 112."), Optional.of("Ring alltid 112."), true),
                        new TermsDifference("syfte", text(0), text(0), true));
        assertThat(terms.compare(ANNA, UNIT, BOOK, 0, 2))
                .containsExactly(
                        new TermsDifference("akut", Optional.of("Ring 112."), Optional.of("Ring alltid 112."), false));
        terms.restore(ANNA, UNIT, BOOK, 2, 4);
        assertThat(words(effective())).hasSize(3).contains("Ring alltid 112.");
        SavedTerms gone = terms.restore(ANNA, UNIT, BOOK, 0, 5);
        assertThat(gone.state()).isEqualTo(SavedTerms.State.GIVEN_UP);
        assertThat(words(effective())).contains("Ring 112.");
        assertThat(states.find(ANNA, UNIT, BOOK).stage()).isEqualTo(Stage.REGION);
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, BOOK, 99, 6)).hasMessageContaining("no version 99");
    }

    @Test
    void historySaysWhatWasInheritedThen() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        publishRegions(changed(REGIONS, "syfte", "Nytt syfte."));
        assertThat(terms.history(ANNA, UNIT, BOOK).get(0).text().orElseThrow().points())
                .contains(REGIONS.points().get(0));
    }

    @Test
    void anotherNodeReadsWhatWasPublishedHere() {
        TermsContext there = context();
        try {
            TermsComponent other = new TermsComponent(FakeAccess.operatorsAndResidents(), there);
            other.effective(ANNA, UNIT, BOOK);
            publish(text("a", "Ny text"));
            assertThat(words(other.effective(ANNA, UNIT, BOOK).orElseThrow())).contains("Ny text");
        } finally {
            there.close();
        }
    }

    @Test
    void whoMayNotIsRefused() {
        assertThatThrownBy(() -> terms.effective(RESIDENT, UNIT, BOOK)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> terms.saveDraft(RESIDENT, NO_UNIT, BOOK, REGIONS, 0))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> regions.saveDraft(HOST, REGION, BOOK, REGIONS, 0))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> acceptance.toAccept(RESIDENT, UNIT, BOOK, new ResidentPseudonym("r-2")))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> acceptance.toAccept(ANNA, UNIT, BOOK, ONE)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> terms.effective(ANNA, NO_UNIT, BOOK)).hasMessageContaining("There is no unit");
        assertThatThrownBy(() -> terms.effective(ANNA, UNIT, new CaseTypeKey("okand")))
                .hasMessageContaining("no case type okand");
        assertThat(states.find(ANNA, UNIT, new CaseTypeKey("okand")).stage()).isEqualTo(Stage.NONE);
    }
}

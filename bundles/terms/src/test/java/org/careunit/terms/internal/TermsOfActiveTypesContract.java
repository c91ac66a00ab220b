package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.TermsState.Stage;
import org.careunit.api.terms.TermsText;
import org.careunit.storage.documents.EntryChanges;
import org.junit.jupiter.api.Test;

/** Terms that an active case type needs, on every database. */
abstract class TermsOfActiveTypesContract extends TermsFixture {

    @Test
    void whatAnActiveTypeNeedsIsNotGivenUp() {
        publish(text("a", "Ett"));
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, BOOK, 0, 2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Boka tid is active")
                .hasMessageContaining("Platshållaren");
        publishOwn(text("a", "Ett"));
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, OWN, 0, 2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Without the unit's text there is none");
        assertThat(states.find(ANNA, UNIT, BOOK).stage()).isEqualTo(Stage.UNIT);
        types.close("boka-tid");
        types.close("local-egen");
        assertThat(terms.restore(ANNA, UNIT, BOOK, 0, 2).state()).isEqualTo(SavedTerms.State.GIVEN_UP);
        assertThat(terms.restore(ANNA, UNIT, OWN, 0, 2).state()).isEqualTo(SavedTerms.State.GIVEN_UP);
    }

    private void publishOwn(TermsText text) {
        terms.saveDraft(ANNA, UNIT, OWN, text, 0);
        terms.publish(ANNA, UNIT, OWN, 1);
    }

    @Test
    void anImportThatGivesUpWhatAnActiveTypeNeedsIsRefused() {
        TermsPart part = new TermsPart(context);
        publish(text("a", "Ett"));
        Runnable importing = () -> store.transactions().run(() -> {
            part.save(new EntryChanges(ANNA, UNIT, UUID.randomUUID(), Map.of(BOOK.value(), Optional.empty())));
            part.check(ANNA, UNIT, Set.of(BOOK.value()));
        });
        assertThatThrownBy(importing::run)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Boka tid is active");
        assertThat(words(effective())).contains("Ett");
        publishRegions(REGIONS);
        importing.run();
        assertThat(words(effective())).hasSize(3).contains("Ring 112.");
    }

    @Test
    void whatIsInForceIsJudgedByTheTypeAsItIsUnderTheLock() {
        TermsPart part = new TermsPart(context);
        publish(text("a", "Ett"));
        types.closeInMemory("boka-tid", false);
        assertThatThrownBy(() -> terms.restore(ANNA, UNIT, BOOK, 0, 2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Boka tid is active");
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    part.save(new EntryChanges(ANNA, UNIT, UUID.randomUUID(), Map.of(BOOK.value(), Optional.empty())));
                    part.check(ANNA, UNIT, Set.of(BOOK.value()));
                }))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Boka tid is active");
        assertThat(words(effective())).contains("Ett");
        types.closeInMemory("boka-tid", true);
        terms.saveDraft(ANNA, UNIT, BOOK, text("a", "Två"), 2);
        assertThatThrownBy(() -> terms.publish(ANNA, UNIT, BOOK, 3))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("locked by region");
    }
}

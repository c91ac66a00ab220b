package org.careunit.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.ReceiptVerification;
import org.careunit.api.terms.TermsToAccept;
import org.careunit.api.terms.TermsVersion;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.terms.internal.acceptance.TermsAcceptanceComponent;
import org.careunit.testkit.fakes.FakeAccess;
import org.junit.jupiter.api.Test;

/** Residents accept terms and get receipts that every node verifies, on every database. */
abstract class TermsAcceptanceContract extends TermsFixture {

    @Test
    void aResidentAcceptsWhatHoldsAndGetsAReceipt() {
        publish(text("a", "Ett", "b", "Två", "c", "Tre", "d", "Fyra"));
        TermsToAccept read = acceptance.toAccept(RESIDENT, UNIT, BOOK, ONE);
        Receipt receipt = acceptance.accept(RESIDENT, UNIT, BOOK, ONE, read.version());
        assertThat(receipt.text()).isEqualTo(effective().text());
        assertThat(receipt.version()).isEqualTo(read.version());
        assertThat(receipt.resident().value()).doesNotContain("r-1").hasSize(64);
        Receipt stored = acceptance.parse(acceptance.write(receipt));
        assertThat(stored).isEqualTo(receipt);
        assertThat(acceptance.verify(ANNA, stored)).isEqualTo(ReceiptVerification.GENUINE);
        assertThat(figure("terms.accepted")).isEqualTo(1);
        assertThat(figure("terms.remembered")).isPositive();
        assertThat(store.audit().ofResident(Optional.empty(), ONE))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("terms.accept");
    }

    private double figure(String name) {
        return acceptance.read().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void nobodyAcceptsTermsOfATypeThatTheUnitDoesNotOffer() {
        publish(text("a", "Ett"));
        TermsVersion read = acceptance.toAccept(HOST, UNIT, BOOK, ONE).version();
        types.close("boka-tid");
        assertThatThrownBy(() -> acceptance.toAccept(HOST, UNIT, BOOK, ONE))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("not active");
        assertThatThrownBy(() -> acceptance.accept(HOST, UNIT, BOOK, ONE, read))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("not active");
        assertThat(store.audit().ofResident(Optional.empty(), ONE)).isEmpty();
    }

    @Test
    void nobodyAcceptsAPlaceholderThatTheRegionHasBroughtBack() {
        publishRegions(REGIONS);
        publish(changed(REGIONS, "akut", "Ring alltid 112."));
        publishRegions(changed(REGIONS, "svar", "Svar inom X arbetsdagar."));
        TermsVersion now = effective().version();
        assertThatThrownBy(() -> acceptance.accept(HOST, UNIT, BOOK, ONE, now))
                .isInstanceOf(RefusedException.class)
                .isNotInstanceOf(ConflictException.class)
                .hasMessageContaining("punkt svar: Platshållaren X är kvar");
        assertThatThrownBy(() -> acceptance.toAccept(HOST, UNIT, BOOK, ONE))
                .hasMessageContaining("Platshållaren X är kvar");
        assertThat(states.find(ANNA, UNIT, BOOK).errors()).hasSize(1);
    }

    @Test
    void whatIsOutdatedIsRefusedWithWhatHolds() {
        publish(text("a", "Ett"));
        TermsToAccept read = acceptance.toAccept(HOST, UNIT, BOOK, ONE);
        publish(text("a", "Två"));
        assertThatThrownBy(() -> acceptance.accept(HOST, UNIT, BOOK, ONE, read.version()))
                .isInstanceOfSatisfying(ConflictException.class, outdated -> {
                    assertThat(outdated.current(TermsToAccept.class)
                                    .content()
                                    .shown()
                                    .explanation())
                            .isEqualTo("Två");
                    assertThat(figure("terms.outdated")).isEqualTo(1);
                    assertThat(acceptance.accept(
                                    HOST,
                                    UNIT,
                                    BOOK,
                                    ONE,
                                    outdated.current(TermsToAccept.class)
                                            .content()
                                            .version()))
                            .isNotNull();
                });
        types.say("boka-tid", "Boka tid", 4, false);
        publish(text("a", "Inom {handling.days} arbetsdagar"));
        TermsToAccept promised = acceptance.toAccept(HOST, UNIT, BOOK, ONE);
        types.say("boka-tid", "Boka tid", 9, false);
        store.transactions().run(() -> store.changes().announce(new Change(Scope.unit(UNIT), "case-type", "boka-tid")));
        assertThatThrownBy(() -> acceptance.accept(HOST, UNIT, BOOK, ONE, promised.version()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void anotherNodesReceiptIsVerifiedWithoutItsKeyFile() {
        publish(text("a", "Ett"));
        Receipt receipt = acceptance.accept(HOST, UNIT, BOOK, ONE, effective().version());
        TermsAcceptanceComponent other = new TermsAcceptanceComponent(
                FakeAccess.operatorsAndResidents(), context, store.pseudonyms(), keys.resolve("other"));
        assertThat(other.verify(ANNA, receipt)).isEqualTo(ReceiptVerification.GENUINE);
        assertThat(other.keyName()).isNotEqualTo(receipt.key());
        assertThat(acceptance.keyName()).isEqualTo(receipt.key());
    }

    @Test
    void aKeyThatSomebodyWroteIntoTheDatabaseIsNotOurs() {
        publish(text("a", "Ett"));
        Receipt receipt = acceptance.accept(HOST, UNIT, BOOK, ONE, effective().version());
        store.execute(
                "UPDATE documents SET body = replace(body, '\"seal\":\"', '\"seal\":\"0') WHERE kind = 'receipt-key'");
        assertThat(acceptance.verify(ANNA, receipt).why().orElseThrow()).contains("None of our nodes");
    }
}

package org.careunit.itests.example;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offer.Offered;
import org.careunit.api.casetypes.Offer.Reason;
import org.careunit.api.casetypes.Offers;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.finding.Resident;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;
import org.careunit.api.identity.StaffId;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.ReceiptVerification;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsToAccept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Step of the example: a resident reads the unit's offer and accepts its terms; the host stores and verifies the
 * receipt.
 */
@Component(service = ResidentVisit.class)
public final class ResidentVisit {

    /** The morning of a Saturday. */
    static final Instant SATURDAY = Instant.parse("2030-01-05T09:00:00Z");

    private static final Actor HOST = new Actor.Host("example");
    private static final Actor FIRST = new Actor.Staff(new StaffId(Participants.FIRST));
    private static final HsaId UNIT = new HsaId(Participants.NEW_UNIT);
    private static final ResidentPseudonym PSEUDONYM = new ResidentPseudonym("exempel-invanare");
    private static final Actor RESIDENT = new Actor.Resident(PSEUDONYM);

    private final Offers offers;
    private final TermsAcceptance acceptance;
    private final Terms terms;

    /** A receipt, what its verification says, and what that of a changed one says. */
    record Accepted(Receipt receipt, ReceiptVerification genuine, ReceiptVerification changed) {}

    @Activate
    public ResidentVisit(@Reference Offers offers, @Reference TermsAcceptance acceptance, @Reference Terms terms) {
        this.offers = offers;
        this.acceptance = acceptance;
        this.terms = terms;
    }

    /** Asks for a resident of the catchment area and for one of another; the first one's offer. */
    Offer ask(Steps steps) {
        steps.becomes("residents of the catchment area find the unit open, within a second", () -> reasons(
                        offers.offer(HOST, UNIT, resident("0184"), SATURDAY))
                .get(CaseTypeSetup.BOOK)
                .isEmpty());
        Offer offer = offers.offer(HOST, UNIT, resident("0184"), SATURDAY);
        Map<CaseTypeKey, List<Reason>> reasons = reasons(offer);
        steps.check(
                "a resident of the catchment area may send two types, one of them the unit's own, and is told why not the rest",
                reasons,
                reasons.equals(Map.of(
                        CaseTypeSetup.BOOK, List.of(),
                        CaseTypeSetup.RENEW, List.of(Reason.PAUSED),
                        CaseTypeSetup.CONTACT_ME, List.of(Reason.OUTSIDE_HOURS),
                        CaseTypeSetup.WRITE, List.of(Reason.AGE),
                        CaseTypeSetup.DIABETES, List.of())));
        Offer none = offers.offer(HOST, UNIT, resident("0180"), SATURDAY);
        steps.check(
                "a resident outside it may send none, for that reason first",
                reasons(none),
                reasons(none).values().stream()
                        .allMatch(closed -> !closed.isEmpty() && closed.get(0) == Reason.CATCHMENT));
        return offer;
    }

    private static Resident resident(String municipality) {
        MunicipalityCode code = new MunicipalityCode(municipality);
        return new Resident(LocalDate.of(1900, 1, 1), Sex.FEMALE, code.county(), code, Optional.of(PSEUDONYM));
    }

    private static Map<CaseTypeKey, List<Reason>> reasons(Offer offer) {
        Map<CaseTypeKey, List<Reason>> reasons = new LinkedHashMap<>();
        for (Offered type : offer.types()) {
            reasons.put(type.key(), type.closed().stream().map(Closed::reason).toList());
        }
        return reasons;
    }

    /** Accepts what was read, then words that hold no longer. */
    Accepted accept(Steps steps) {
        TermsToAccept read = acceptance.toAccept(RESIDENT, UNIT, CaseTypeSetup.BOOK, PSEUDONYM);
        Receipt receipt = acceptance.accept(RESIDENT, UNIT, CaseTypeSetup.BOOK, PSEUDONYM, read.version());
        steps.check(
                "the resident reads the terms, accepts them, and the host gets a receipt",
                "signed with key " + receipt.key(),
                receipt.version().equals(read.version())
                        && !receipt.resident().value().contains(PSEUDONYM.value()));
        verify(steps, "it is genuine", receipt, true);
        republish(steps);
        steps.isRefused(
                "the resident accepts what was read before",
                ConflictException.class,
                () -> acceptance.accept(RESIDENT, UNIT, CaseTypeSetup.BOOK, PSEUDONYM, read.version()));
        acceptCurrent(steps, read);
        ReceiptVerification genuine = verify(steps, "the first receipt is genuine still", receipt, true);
        String kept = acceptance.write(receipt);
        verify(steps, "as the host has kept it, too", acceptance.parse(kept), true);
        ReceiptVerification changed = verify(
                steps, "with 1 in place of 2 in its words it is not", changed(kept, "24 timmar", "14 timmar"), false);
        verify(steps, "nor for another unit", changed(kept, Participants.NEW_UNIT, Participants.UNIT), false);
        return new Accepted(receipt, genuine, changed);
    }

    private void republish(Steps steps) {
        Versioned<TermsDraft> found = terms.draft(FIRST, UNIT, CaseTypeSetup.BOOK);
        steps.does("the unit publishes other words meanwhile", () -> {
            Versioned<TermsDraft> draft = terms.saveDraft(
                    FIRST,
                    UNIT,
                    CaseTypeSetup.BOOK,
                    CaseTypeSetup.withHours(found.content().text().orElseThrow(), "24 timmar", "48 timmar"),
                    found.version());
            return "version "
                    + terms.publish(FIRST, UNIT, CaseTypeSetup.BOOK, draft.version())
                            .version();
        });
    }

    /** The refusal brings the words that hold now; the resident reads and accepts those. */
    private void acceptCurrent(Steps steps, TermsToAccept outdated) {
        try {
            acceptance.accept(RESIDENT, UNIT, CaseTypeSetup.BOOK, PSEUDONYM, outdated.version());
            steps.check("the words that hold now come with the refusal", "no refusal", false);
        } catch (ConflictException refused) {
            TermsToAccept current = refused.current(TermsToAccept.class).content();
            String words = current.shown().more().stream()
                    .filter(point -> point.contains("timmar"))
                    .findFirst()
                    .orElse("");
            steps.check("the words that hold now come with the refusal", words, words.contains("48 timmar"));
            verify(
                    steps,
                    "accepting those gives a receipt",
                    acceptance.accept(RESIDENT, UNIT, CaseTypeSetup.BOOK, PSEUDONYM, current.version()),
                    true);
        }
    }

    private Receipt changed(String kept, String before, String after) {
        return acceptance.parse(kept.replace(before, after));
    }

    private ReceiptVerification verify(Steps steps, String what, Receipt receipt, boolean genuine) {
        ReceiptVerification verification = acceptance.verify(HOST, receipt);
        steps.check(what, verification.why().orElse("genuine"), verification.genuine() == genuine);
        return verification;
    }
}

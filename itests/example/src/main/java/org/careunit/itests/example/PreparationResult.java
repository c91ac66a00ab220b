package org.careunit.itests.example;

import java.util.List;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.ReceiptVerification;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsPreview;
import org.careunit.api.terms.TermsText;

/**
 * Result of a unit's preparation.
 *
 * @param steps what was tried, in order
 * @param before the checklist when it had but joined
 * @param after the checklist when it was ready
 * @param inherited the terms that it found, with their placeholders
 * @param findings what the check said of them
 * @param preview the terms that it published, as residents see them
 * @param offer what a resident may send to it, and why not the rest
 * @param receipt of the terms that the resident accepted
 * @param genuine what its verification says, after other terms were published
 * @param changed what that of the same receipt with one character changed says
 */
public record PreparationResult(
        List<Step> steps,
        Checklist before,
        Checklist after,
        TermsText inherited,
        List<TermsFinding> findings,
        TermsPreview preview,
        Offer offer,
        Receipt receipt,
        ReceiptVerification genuine,
        ReceiptVerification changed) {

    public PreparationResult {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }
}

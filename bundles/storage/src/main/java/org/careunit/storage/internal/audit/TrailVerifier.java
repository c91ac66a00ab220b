package org.careunit.storage.internal.audit;

import java.util.Optional;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.audit.AuditTrail.Head;
import org.careunit.storage.audit.AuditTrail.Verification;

/** Verifies audit trails while rows are appended to them. */
final class TrailVerifier {

    /** How often verification is repeated if the trail is pruned meanwhile. */
    private static final int WALKS = 5;

    private final Transactions transactions;
    private final AuditHeads heads;
    private final AuditCheck check;

    TrailVerifier(Transactions transactions, AuditHeads heads, AuditCheck check) {
        this.transactions = transactions;
        this.heads = heads;
        this.check = check;
    }

    /** Verifies a trail, and that of the platform, which says that it has begun. */
    Verification verify(Scope trail, Optional<Head> known) {
        Verification own = verifyAlone(trail, known);
        if (own instanceof Verification.Broken || trail.equals(Scope.PLATFORM)) {
            return own;
        }
        return verifyAlone(Scope.PLATFORM, Optional.empty()) instanceof Verification.Broken broken
                ? new Verification.Broken(
                        1,
                        "the platform's trail, which says that this one has begun, is broken at row " + broken.row()
                                + ": " + broken.what())
                : own;
    }

    /**
     * Verifies a trail without locking it; then, under the lock, only checks that the verified end is still part of the
     * trail. Rows never change, so this fails only if the trail was pruned meanwhile. A trail that is pruned again and
     * again is judged by the last verification.
     */
    Verification verifyAlone(Scope trail, Optional<Head> known) {
        Optional<Verification> verification = Optional.empty();
        for (int walk = 1; verification.isEmpty(); walk++) {
            Optional<SealedHead> head = heads.find(trail);
            Verification walked = check.of(trail, head, known);
            boolean last = walk == WALKS;
            verification = transactions.call(() -> settled(trail, head, walked, last));
        }
        return verification.get();
    }

    private Optional<Verification> settled(
            Scope trail, Optional<SealedHead> walked, Verification verification, boolean last) {
        Optional<SealedHead> now = heads.findLocked(trail);
        boolean same = now.map(SealedHead::pruned).equals(walked.map(SealedHead::pruned));
        if (!same && !last) {
            return Optional.empty();
        }
        return Optional.of(
                verification instanceof Verification.Intact
                        ? now.flatMap(check::beside)
                                .<Verification>map(found -> found)
                                .orElse(verification)
                        : verification);
    }
}

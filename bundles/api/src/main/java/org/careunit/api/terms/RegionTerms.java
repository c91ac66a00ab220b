package org.careunit.api.terms;

import java.time.Instant;
import java.util.List;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a region says to its units in the terms of the case types in its catalogue, and what the check goes by there. Until a
 * region has published a text, the one that Careunit ships holds, with the placeholders that somebody has to replace. Safe for
 * use by many threads. All methods throw {@link org.careunit.api.access.NotPermittedException} if the actor may not,
 * {@link org.careunit.api.failure.RefusedException} for a unit's own type, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach; those that change terms throw
 * {@link TermsConflictException} if another version than {@code seen} was saved meanwhile.
 */
@ProviderType
public interface RegionTerms {

    /** What an author goes on from. */
    TermsDraft draft(Actor actor, CountyCode region, CaseTypeKey type);

    /** Saves what units are not to inherit yet. */
    TermsDraft saveDraft(Actor actor, CountyCode region, CaseTypeKey type, TermsText text, long seen);

    /**
     * Publishes the draft, to hold at once. Placeholders are allowed: units replace them.
     *
     * @throws org.careunit.api.failure.RefusedException also if the newest version is no draft
     */
    SavedTerms publish(Actor actor, CountyCode region, CaseTypeKey type, long seen);

    /**
     * Publishes the draft, to hold from an instant on.
     *
     * @throws org.careunit.api.failure.RefusedException as for {@link #publish}, and if that instant has passed
     */
    SavedTerms schedule(Actor actor, CountyCode region, CaseTypeKey type, Instant from, long seen);

    /**
     * Publishes an earlier version again; version 0 gives up what was published, so that Careunit's text holds.
     *
     * @throws org.careunit.api.failure.RefusedException also if there is no such version
     */
    SavedTerms restore(Actor actor, CountyCode region, CaseTypeKey type, long version, long seen);

    /** All saved versions, newest first, drafts and scheduled ones too. */
    List<SavedTerms> history(Actor actor, CountyCode region, CaseTypeKey type);

    /**
     * In what two versions differ; version 0 is the text that Careunit ships.
     *
     * @throws org.careunit.api.failure.RefusedException also if there is no such version
     */
    List<TermsDifference> compare(Actor actor, CountyCode region, CaseTypeKey type, long before, long after);

    /** What the check goes by in this region. */
    Rules rules(Actor actor, CountyCode region);

    /**
     * Says what the check goes by, from now on.
     *
     * @throws org.careunit.api.failure.ConflictException if another version than {@code seen} was saved meanwhile
     */
    Rules saveRules(Actor actor, CountyCode region, CheckRules rules, long seen);

    /** The rules of a region and their version; 0 if it has saved none and Careunit's hold. */
    record Rules(CheckRules rules, long version) {}
}

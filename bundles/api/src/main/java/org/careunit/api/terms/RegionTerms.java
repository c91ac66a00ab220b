package org.careunit.api.terms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Manages a region's terms for the case types in its catalogue, and the rules of the check. Until a region has
 * published a text, the one that Careunit ships holds, with the placeholders that somebody has to replace. Safe for use
 * by many threads. All methods throw {@link org.careunit.api.access.NotPermittedException} if the actor may not,
 * {@link org.careunit.api.failure.RefusedException} for a unit's own type, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach; those that change terms throw
 * {@link org.careunit.api.failure.ConflictException} if another version than {@code expectedVersion} was saved
 * meanwhile.
 */
@ProviderType
public interface RegionTerms {

    /** The text that an author continues from. */
    Versioned<TermsDraft> draft(Actor actor, CountyCode region, CaseTypeKey type);

    /** Saves what units are not to inherit yet. */
    Versioned<TermsDraft> saveDraft(
            Actor actor, CountyCode region, CaseTypeKey type, TermsText text, long expectedVersion);

    /**
     * Publishes the draft, to hold at once. Placeholders are allowed: units replace them.
     *
     * @throws org.careunit.api.failure.RefusedException also if the newest version is no draft
     */
    SavedTerms publish(Actor actor, CountyCode region, CaseTypeKey type, long expectedVersion);

    /**
     * Publishes the draft, to hold from an instant on.
     *
     * @throws org.careunit.api.failure.RefusedException as for {@link #publish}, and if that instant has passed
     */
    SavedTerms schedule(Actor actor, CountyCode region, CaseTypeKey type, Instant from, long expectedVersion);

    /**
     * Publishes an earlier version again; version 0 gives up what was published, so that Careunit's text applies.
     *
     * @throws org.careunit.api.failure.RefusedException also if there is no such version
     */
    SavedTerms restore(Actor actor, CountyCode region, CaseTypeKey type, long version, long expectedVersion);

    /** All saved versions, newest first, drafts and scheduled ones too. */
    List<SavedTerms> history(Actor actor, CountyCode region, CaseTypeKey type);

    /** As above, page by page. */
    default Page<SavedTerms> history(Actor actor, CountyCode region, CaseTypeKey type, PageRequest page) {
        return Page.of(history(actor, region, type), saved -> Long.toString(saved.version()), page);
    }

    /**
     * In what two versions differ; version 0 is the text that Careunit ships.
     *
     * @throws org.careunit.api.failure.RefusedException also if there is no such version
     */
    List<TermsDifference> compare(Actor actor, CountyCode region, CaseTypeKey type, long before, long after);

    /**
     * The terms in force, as units inherit them, with nothing filled in; empty if neither the region nor Careunit has a
     * text for the type.
     */
    Optional<Versioned<TermsText>> effective(Actor actor, CountyCode region, CaseTypeKey type);

    /**
     * The findings of the check in the terms in force, in the order of the points. A placeholder is a note, since units
     * replace it, unless the region has locked the terms.
     *
     * @throws org.careunit.api.failure.RefusedException also if the region has no such type, or there is no text
     */
    List<TermsFinding> check(Actor actor, CountyCode region, CaseTypeKey type);

    /** What the check would find in a text; nothing is saved. */
    List<TermsFinding> check(Actor actor, CountyCode region, CaseTypeKey type, TermsText text);

    /** The findings that the region has marked as intended, oldest first. */
    List<IntendedFinding> intended(Actor actor, CountyCode region, CaseTypeKey type);

    /**
     * Marks a finding as intended, at all units that inherit the sentence; see {@link Terms#markIntended}.
     *
     * @throws org.careunit.api.failure.RefusedException as there
     */
    IntendedFinding markIntended(Actor actor, CountyCode region, CaseTypeKey type, TermsFinding finding);

    /**
     * Removes the mark of an intended finding.
     *
     * @throws org.careunit.api.failure.RefusedException also if the region has not said so
     */
    void unmarkIntended(Actor actor, CountyCode region, CaseTypeKey type, IntendedFinding intended);

    /**
     * What holds, as residents of a unit without words of its own would see it, with nothing filled in.
     *
     * @throws org.careunit.api.failure.RefusedException as for {@link #check}
     */
    TermsPreview preview(Actor actor, CountyCode region, CaseTypeKey type);

    /** A text as residents would see it, with nothing filled in; nothing is saved. */
    TermsPreview preview(Actor actor, CountyCode region, CaseTypeKey type, TermsText text);

    /** The rules of the check in this region. */
    Versioned<CheckRules> rules(Actor actor, CountyCode region);

    /**
     * Saves the rules of the check.
     *
     * @throws org.careunit.api.failure.ConflictException if another version than {@code expectedVersion} was saved
     *     meanwhile
     */
    Versioned<CheckRules> saveRules(Actor actor, CountyCode region, CheckRules rules, long expectedVersion);

    /** All saved versions of the rules, newest first; empty if the region has saved none. */
    List<Saved<CheckRules>> rulesHistory(Actor actor, CountyCode region);

    /** As above, page by page. */
    default Page<Saved<CheckRules>> rulesHistory(Actor actor, CountyCode region, PageRequest page) {
        return Saved.page(rulesHistory(actor, region), page);
    }

    /**
     * Restores an earlier version of the rules as the newest; version 0 removes the region's, so that Careunit's apply.
     *
     * @throws org.careunit.api.failure.RefusedException also if there is no such version
     * @throws org.careunit.api.failure.ConflictException if another version than {@code expectedVersion} was saved
     *     meanwhile
     */
    Versioned<CheckRules> restoreRules(Actor actor, CountyCode region, long version, long expectedVersion);
}

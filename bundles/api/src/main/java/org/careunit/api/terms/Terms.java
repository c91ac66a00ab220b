package org.careunit.api.terms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The terms of a unit's case types. A unit inherits its region's text point by point: what it writes otherwise, adds or
 * takes out is its own, and in all else it follows its region. Where the region has locked the terms of a type, its
 * words hold whatever the unit has written. Safe for use by many threads. All methods with an actor throw
 * {@link org.careunit.api.access.NotPermittedException} if the actor may not,
 * {@link org.careunit.api.failure.RefusedException} if there is no such unit or it does not have the type, and
 * {@link org.careunit.api.failure.UnavailableException} if the store is out of reach. Those that change terms are
 * refused also where the region has locked them, and throw {@link org.careunit.api.failure.ConflictException} if
 * another version than {@code expectedVersion} was saved meanwhile.
 */
@ProviderType
public interface Terms {

    /** The terms in force, from memory; empty if there are none. */
    Optional<EffectiveTerms> effective(Actor actor, HsaId unit, CaseTypeKey type);

    /** The text that an author continues from; for those who may change it. */
    Versioned<TermsDraft> draft(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * Saves what residents are not to read yet.
     *
     * @param text the whole of it; a point that says what the region's says is inherited from then on
     * @param expectedVersion the version the author has seen
     */
    Versioned<TermsDraft> saveDraft(Actor actor, HsaId unit, CaseTypeKey type, TermsText text, long expectedVersion);

    /**
     * Publishes the draft, to hold at once.
     *
     * @param expectedVersion the version of the draft
     * @throws org.careunit.api.failure.RefusedException also if the newest version is no draft, or the check finds an
     *     error
     */
    SavedTerms publish(Actor actor, HsaId unit, CaseTypeKey type, long expectedVersion);

    /**
     * Publishes the draft, to hold from an instant on. Of several versions the one with the latest instant that has
     * come holds, and of those with the same the newest: so a scheduled version is taken back by scheduling another
     * text for its instant.
     *
     * @param from in the future
     * @throws org.careunit.api.failure.RefusedException as for {@link #publish}, and if that instant has passed
     */
    SavedTerms schedule(Actor actor, HsaId unit, CaseTypeKey type, Instant from, long expectedVersion);

    /**
     * Publishes an earlier version again; version 0 gives up what the unit has published, so that the region's applies.
     *
     * @throws org.careunit.api.failure.RefusedException also if there is no such version, or the check finds an error
     *     in it, or in what would hold at a unit where the type is active
     */
    SavedTerms restore(Actor actor, HsaId unit, CaseTypeKey type, long version, long expectedVersion);

    /** All saved versions, newest first, drafts and scheduled ones too: for those who may change them. */
    List<SavedTerms> history(Actor actor, HsaId unit, CaseTypeKey type);

    /** As above, page by page. */
    default Page<SavedTerms> history(Actor actor, HsaId unit, CaseTypeKey type, PageRequest page) {
        return Page.of(history(actor, unit, type), saved -> Long.toString(saved.version()), page);
    }

    /**
     * In what two versions differ; version 0 is what the region says now. For those who may change them.
     *
     * @throws org.careunit.api.failure.RefusedException also if there is no such version
     */
    List<TermsDifference> compare(Actor actor, HsaId unit, CaseTypeKey type, long before, long after);

    /** The findings of the check in the terms in force, in the order of the points. */
    List<TermsFinding> check(Actor actor, HsaId unit, CaseTypeKey type);

    /** Checks a text without saving it; for those who may change the terms. */
    List<TermsFinding> check(Actor actor, HsaId unit, CaseTypeKey type, TermsText text);

    /** The findings that the unit has marked as intended, oldest first; for those who may change the terms. */
    List<IntendedFinding> intended(Actor actor, HsaId unit, CaseTypeKey type);

    /**
     * Marks a finding as intended: from then on it is a note and prevents neither publishing nor offering, until the
     * sentence around it changes. It does not apply to other types or units. Idempotent.
     *
     * @param finding as a check of the newest saved version or of what holds answered it
     * @return who has said it, and when
     * @throws org.careunit.api.failure.RefusedException also if the check finds no such thing, it is not about words,
     *     or is a name in braces that is not filled in, or too many are said already
     */
    IntendedFinding markIntended(Actor actor, HsaId unit, CaseTypeKey type, TermsFinding finding);

    /**
     * Removes the mark of an intended finding. An active type whose terms hold an error is not offered then.
     *
     * @param intended as {@link #intended} or {@link TermsFinding#intended} answered it
     * @throws org.careunit.api.failure.RefusedException also if nobody at the unit has said so; what a region has said
     *     only the region takes back
     */
    void unmarkIntended(Actor actor, HsaId unit, CaseTypeKey type, IntendedFinding intended);

    /**
     * The terms that hold, as residents see them.
     *
     * @throws org.careunit.api.failure.RefusedException also if there are none
     */
    TermsPreview preview(Actor actor, HsaId unit, CaseTypeKey type);

    /** A text as residents would see it; nothing is saved. For those who may change the terms. */
    TermsPreview preview(Actor actor, HsaId unit, CaseTypeKey type, TermsText text);

    /**
     * Reads terms that were written as JSON, {@code {"points": [{"id": "svarstid", "text": "…"}]}}; a point without an
     * id is new and gets one.
     *
     * @throws org.careunit.api.failure.RefusedException if they are wrong, naming the path
     */
    TermsText parse(String json);

    /** Writes terms as the JSON that {@link #parse} reads. */
    String write(TermsText text);
}

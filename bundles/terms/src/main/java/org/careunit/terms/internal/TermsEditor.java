package org.careunit.terms.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.terms.SavedTerms;
import org.careunit.api.terms.TermsDraft;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.time.SwedishTime;
import org.careunit.operations.Arguments;
import org.careunit.storage.Transactions;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.json.RecordJson;
import org.careunit.terms.internal.problems.TermsProblem;
import org.careunit.terms.internal.text.Inheritance;
import org.careunit.terms.internal.text.TermsContent;

/** Saves drafts and publishes them: a new version and a row of the audit trail in one transaction. */
public final class TermsEditor {

    private final Store store;
    private final TermsHistory history;
    private final InheritedTexts bases;
    private final RecordJson json;

    /** The store's services for terms. */
    public record Store(Transactions transactions, Documents documents, AuditTrail audit, Clock clock) {}

    /** The author: actor, right and expected version. */
    public record Author(Right right, long expectedVersion) {

        public String label() {
            return right.actor().label();
        }
    }

    /** Refuses texts that must not come into force. */
    public interface Guard {

        /** Allows every text. */
        Guard NONE = new Guard() {};

        /** @throws RefusedException if residents must not see the text */
        default void publishing(TermsText text) {}

        /**
         * @param left what would hold; empty if nothing would
         * @throws RefusedException if it must not
         */
        default void givingUp(List<TermsPoint> left) {}
    }

    /** What is to be published from when, and how the audit trail calls that. */
    private record Publication(Document words, Optional<Instant> from, String action, String note) {}

    public TermsEditor(Store store, TermsHistory history, InheritedTexts bases, RecordJson json) {
        this.store = store;
        this.history = history;
        this.bases = bases;
        this.json = json;
    }

    public Versioned<TermsDraft> saveDraft(TermsOwner owner, Author author, TermsText text) {
        TermsDraft refused = new TermsDraft(Optional.of(text), true);
        return changed(owner, author, refused, () -> {
            InheritedText base = bases.now(owner);
            TermsContent words = owner.region().isPresent()
                    ? Inheritance.differences(base.points(), text)
                    : TermsContent.whole(text);
            Content content = Content.draft(TermsContent.SHAPE, json.write(words), author.label())
                    .onParent(base.version());
            Document draft = save(owner, author, content, auditNote(owner, "terms.draft", ""), Optional.empty());
            return new Versioned<>(refused, draft.version());
        });
    }

    /**
     * Publishes the draft.
     *
     * @param from empty for at once
     * @param guard refuses what must not come to hold
     */
    public SavedTerms publish(TermsOwner owner, Author author, Optional<Instant> from, Guard guard) {
        from.ifPresent(this::refusePast);
        return changed(owner, author, history.draftAt(owner, author.expectedVersion()), () -> {
            Document draft = history.newest(owner, author.expectedVersion());
            if (draft.content().state() != State.DRAFT) {
                throw TermsProblem.NO_DRAFT.refused(owner.named(), draft.version());
            }
            String when =
                    from.map(instant -> ", from " + Arguments.local(instant)).orElse("");
            String action = from.isPresent() ? "terms.schedule" : "terms.publish";
            return publish(owner, author, new Publication(draft, from, action, when), guard);
        });
    }

    /** Publishes an earlier version again; 0 gives up what was published. */
    public SavedTerms restore(TermsOwner owner, Author author, long version, Guard guard) {
        return changed(owner, author, history.draftAt(owner, version), () -> {
            if (version == 0) {
                return giveUp(owner, author, guard);
            }
            Document earlier = history.version(owner, version);
            if (earlier.content().state() == State.REMOVED) {
                return giveUp(owner, author, guard);
            }
            Publication again = new Publication(earlier, Optional.empty(), "terms.restore", ", as version " + version);
            return publish(owner, author, again, guard);
        });
    }

    private SavedTerms publish(TermsOwner owner, Author author, Publication going, Guard guard) {
        InheritedText base = bases.now(owner);
        TermsText text =
                bases.merged(going.words(), base).orElseThrow(() -> TermsProblem.NOTHING_LEFT.refused(owner.named()));
        guard.publishing(text);
        Content content = Content.published(
                        TermsContent.SHAPE, going.words().content().json(), author.label())
                .onParent(base.version());
        Document saved = save(
                owner,
                author,
                content,
                auditNote(owner, going.action(), going.note()),
                going.from().or(this::now));
        return history.saved(owner, saved);
    }

    private SavedTerms giveUp(TermsOwner owner, Author author, Guard guard) {
        Content content = Content.removed(TermsContent.SHAPE, author.label());
        Document saved = save(owner, author, content, auditNote(owner, "terms.restore", ", given up"), now());
        guard.givingUp(bases.unwritten(owner).points());
        return history.saved(owner, saved);
    }

    private Optional<Instant> now() {
        return Optional.of(store.clock().instant());
    }

    private static AuditNote auditNote(TermsOwner owner, String action, String note) {
        return new AuditNote(action, owner.type().value(), note);
    }

    private Document save(
            TermsOwner owner, Author author, Content content, AuditNote auditNote, Optional<Instant> from) {
        return store.documents()
                .save(new Revision(
                        owner.id(), OptionalLong.of(author.expectedVersion()), content, from, Optional.of(auditNote)));
    }

    private void refusePast(Instant from) {
        if (!SwedishTime.within("from", from).isAfter(store.clock().instant())) {
            throw TermsProblem.PAST.refused(from);
        }
    }

    private <T> T changed(TermsOwner owner, Author author, TermsDraft refused, Supplier<T> work) {
        try {
            return store.documents().change(owner.scope(), author.right(), work);
        } catch (StaleVersionException stale) {
            Versioned<TermsDraft> current = history.draft(owner);
            throw new ConflictException(
                    owner.named() + " are at version " + current.version() + ", saved by "
                            + stale.newest().content().actor() + ", and not at version " + author.expectedVersion()
                            + " any more: compare the two, and do it again naming version " + current.version(),
                    refused,
                    current);
        }
    }
}

package org.careunit.storage.documents;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One version of a document, as it was saved; versions are never changed.
 *
 * @param id which document; never null
 * @param version 1, 2, 3 … without gaps
 * @param effectiveFrom the instant from which a published version is read; never null
 * @param content what was saved; never null
 * @param savedAt when, by the database's clock; never null
 */
public record Document(DocumentId id, long version, Instant effectiveFrom, Content content, Instant savedAt) {

    public Document {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(savedAt, "savedAt");
    }

    /** State of a version. */
    public enum State {
        /** A draft, visible to its authors only. */
        DRAFT,
        /** In force from {@link Document#effectiveFrom} on, until a later version replaces it. */
        PUBLISHED,
        /** The document is deleted from {@link Document#effectiveFrom} on; its history is kept. */
        REMOVED
    }

    /**
     * Content of a version.
     *
     * @param state draft, published or removed; never null
     * @param shape the number of the JSON's form, 1 or more: code that knows shape 2 reads 3 but never writes over it
     * @param json the document; never null, {@code {}} for a removal
     * @param parentVersion the version of the parent's document that the author saw, where there is a parent
     * @param changeSet the change over several documents that this is a part of, where it is one
     * @param actor the label of the one who acts; never null
     */
    public record Content(
            State state, int shape, String json, OptionalLong parentVersion, Optional<UUID> changeSet, String actor) {

        public Content {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(json, "json");
            Objects.requireNonNull(parentVersion, "parentVersion");
            Objects.requireNonNull(changeSet, "changeSet");
            Objects.requireNonNull(actor, "actor");
            if (shape < 1) {
                throw new IllegalArgumentException("shape must be 1 or more: " + shape);
            }
        }

        /** Nothing of the text: it may be somebody's personal settings. */
        @Override
        public String toString() {
            return "(" + state + " in shape " + shape + " by " + actor + ")";
        }

        /** A published version with neither parent nor change set. */
        public static Content published(int shape, String json, String actor) {
            return new Content(State.PUBLISHED, shape, json, OptionalLong.empty(), Optional.empty(), actor);
        }

        /** A draft with neither parent nor change set. */
        public static Content draft(int shape, String json, String actor) {
            return new Content(State.DRAFT, shape, json, OptionalLong.empty(), Optional.empty(), actor);
        }

        /** Content of a version that deletes the document. */
        public static Content removed(int shape, String actor) {
            return new Content(State.REMOVED, shape, "{}", OptionalLong.empty(), Optional.empty(), actor);
        }

        /** This content as a part of a change set. */
        public Content in(UUID set) {
            return new Content(state, shape, json, parentVersion, Optional.of(set), actor);
        }

        /** This content, saved again by an actor as a part of a change set. */
        public Content again(UUID set, String by) {
            return new Content(state, shape, json, parentVersion, Optional.of(set), by);
        }

        /** This content, written against that version of its parent. */
        public Content onParent(long version) {
            return new Content(state, shape, json, OptionalLong.of(version), changeSet, actor);
        }
    }
}

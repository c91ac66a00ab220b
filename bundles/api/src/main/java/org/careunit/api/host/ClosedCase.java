package org.careunit.api.host;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.StaffId;

/**
 * A case that has ended, as the archive keeps it.
 *
 * @param ref which; never null
 * @param type never null
 * @param receivedAt when the unit got it; never null
 * @param closedAt when it ended, not before it was received; never null
 * @param receipt what the host was given when the resident accepted the terms; empty if there were none to accept;
 *     never null
 * @param messages what was written in it, oldest first; never null
 * @param attachments what was sent along; never null
 */
public record ClosedCase(
        CaseRef ref,
        CaseTypeKey type,
        Instant receivedAt,
        Instant closedAt,
        Optional<String> receipt,
        List<Message> messages,
        List<Attachment> attachments) {
    public ClosedCase {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(receipt, "receipt");
        if (closedAt.isBefore(receivedAt)) {
            throw new IllegalArgumentException(ref + " was closed before it was received");
        }
        messages = List.copyOf(messages);
        attachments = List.copyOf(attachments);
    }

    /** Which case it is, and nothing of what was written. */
    @Override
    public String toString() {
        return ref.toString();
    }

    /**
     * A message in a case.
     *
     * @param at when; never null
     * @param staff who of the staff; empty for the resident or their proxy; never null
     * @param text never null
     */
    public record Message(Instant at, Optional<StaffId> staff, String text) {
        public Message {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(staff, "staff");
            Objects.requireNonNull(text, "text");
        }

        /** Nothing of the text. */
        @Override
        public String toString() {
            return "(written at " + at + ")";
        }
    }

    /**
     * A file.
     *
     * @param name as the resident sees it; never null
     * @param mediaType for example {@code application/pdf}; never null
     * @param content never null
     */
    public record Attachment(String name, String mediaType, Content content) {
        public Attachment {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(content, "content");
        }

        /** Its media type only, since a name may contain personal data. */
        @Override
        public String toString() {
            return "(attachment, " + mediaType + ")";
        }
    }

    /** What a file holds; read once, and again if an export is resumed, never whole into memory. */
    @FunctionalInterface
    public interface Content {

        /** Opens it at its beginning; whoever asks closes it. */
        InputStream open() throws IOException;
    }

    public ClosedCase withRef(CaseRef ref) {
        return new ClosedCase(ref, type, receivedAt, closedAt, receipt, messages, attachments);
    }

    public ClosedCase withType(CaseTypeKey type) {
        return new ClosedCase(ref, type, receivedAt, closedAt, receipt, messages, attachments);
    }

    public ClosedCase withReceivedAt(Instant receivedAt) {
        return new ClosedCase(ref, type, receivedAt, closedAt, receipt, messages, attachments);
    }

    public ClosedCase withClosedAt(Instant closedAt) {
        return new ClosedCase(ref, type, receivedAt, closedAt, receipt, messages, attachments);
    }

    public ClosedCase withReceipt(Optional<String> receipt) {
        return new ClosedCase(ref, type, receivedAt, closedAt, receipt, messages, attachments);
    }

    public ClosedCase withMessages(List<Message> messages) {
        return new ClosedCase(ref, type, receivedAt, closedAt, receipt, messages, attachments);
    }

    public ClosedCase withAttachments(List<Attachment> attachments) {
        return new ClosedCase(ref, type, receivedAt, closedAt, receipt, messages, attachments);
    }
}

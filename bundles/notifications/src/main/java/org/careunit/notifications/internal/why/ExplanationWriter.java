package org.careunit.notifications.internal.why;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.MessageExplanation;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.messages.Topic;

/** Creates explanations with their texts. */
final class ExplanationWriter {

    private ExplanationWriter() {}

    /** Explains news without a recipient. */
    static MessageExplanation of(
            Topic topic,
            OptionalInt round,
            MessageReason reason,
            Optional<Instant> at,
            Optional<DecidingVersion> decidedBy) {
        return new MessageExplanation(
                topic,
                round,
                reason,
                at,
                Optional.empty(),
                Optional.empty(),
                decidedBy,
                ReasonTexts.swedish(reason, at, decidedBy, Optional.empty()),
                ReasonTexts.english(reason, at, decidedBy, Optional.empty()));
    }

    static MessageExplanation of(Topic topic, MessageReason reason) {
        return of(topic, OptionalInt.empty(), reason, Optional.empty(), Optional.empty());
    }
}

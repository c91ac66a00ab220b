package org.careunit.notifications.internal.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.cases.DecidingVersion;
import org.careunit.api.cases.MessageReason;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.cases.PlannedCase.Step;
import org.careunit.api.cases.PlannedMessage;
import org.careunit.api.cases.PlannedMessage.PlannedRecipient;
import org.careunit.api.events.CaseChange;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.Topic;

/**
 * Calculates the notices to the record system for a planned case: the beginning of each round, and its first end. Pure.
 */
final class NoticeTimeline {

    private final Optional<DecidingVersion> decidedBy;
    private final String swedish;
    private final String english;
    private final List<PlannedMessage> messages = new ArrayList<>();
    private int round = 1;
    private boolean waits = true;

    private NoticeTimeline(Optional<DecidingVersion> decidedBy, String swedish, String english) {
        this.decidedBy = decidedBy;
        this.swedish = swedish;
        this.english = english;
    }

    /** As long as the unit's section is on, which the caller has looked at. */
    static List<PlannedMessage> of(
            PlannedCase planned, Optional<DecidingVersion> decidedBy, String swedish, String english) {
        NoticeTimeline timeline = new NoticeTimeline(decidedBy, swedish, english);
        timeline.add(planned.receivedAt(), "CREATED");
        planned.steps().forEach(timeline::happens);
        return timeline.messages;
    }

    private void happens(Step step) {
        CaseChange change = step.change();
        if (change instanceof CaseChange.Reopened) {
            round++;
            waits = true;
            add(step.at(), "CREATED");
        } else if (waits && change instanceof CaseChange.Withdrawn) {
            waits = false;
            add(step.at(), "CANCELLED");
        } else if (waits && (change instanceof CaseChange.Answered || change instanceof CaseChange.Closed)) {
            waits = false;
            add(step.at(), "COMPLETED");
        }
    }

    private void add(Instant at, String kind) {
        messages.add(new PlannedMessage(
                Topic.CASE_WAITING,
                round,
                at,
                List.of(new PlannedRecipient("record system: " + kind, Optional.of(Channel.RECORD_SYSTEM))),
                MessageReason.WILL_COME,
                decidedBy,
                swedish,
                english));
    }
}

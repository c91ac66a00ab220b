package org.careunit.notifications.internal.cases;

import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.recipients.Recipient;
import org.careunit.notifications.internal.recipients.Recipient.Deputy;
import org.careunit.notifications.internal.recipients.Recipient.StaffMember;
import org.careunit.notifications.internal.recipients.Recipient.UnitDeputy;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;

/**
 * Decides whether news of a case is still relevant. Pure. Asked under the case's lock when a row is entered in the
 * ledger, and again in the transaction that marks its message as leaving, at every attempt.
 */
public final class NewsRelevance {

    /** Ledger text of a row that is no longer relevant. */
    public static final String NOT_ANY_MORE = "The case needs no message any more";

    private NewsRelevance() {}

    /** Whether a topic is about a case, so that how the case stands decides. */
    public static boolean dependsOnCase(Topic topic) {
        return topic != Topic.ADMINISTRATOR_LOST && topic != Topic.TEST;
    }

    /**
     * Whether a recipient still needs the news.
     *
     * @param event why the row was entered: the event, or the clock and its round
     * @param subject the case as it stands, locked
     * @throws IllegalArgumentException for a topic that nothing raises
     */
    public static boolean isWanted(Topic topic, String event, Recipient recipient, StoredCase subject) {
        return switch (topic) {
            case NEW_CASE -> !subject.handled();
            case GIVEN -> !subject.handled() && isForHandler(recipient, subject);
            case REPLY -> subject.progress().unansweredReplies().contains(event);
            case FIRST_REPLY -> isOfThisRound(event, subject)
                    && !subject.handled()
                    && subject.progress().firstReplyAt().isEmpty();
            case OVERDUE -> isOfThisRound(event, subject) && subject.phase() == Phase.OPEN;
            case UNREAD -> isOfThisRound(event, subject)
                    && subject.progress().answeredAt().isPresent()
                    && !subject.progress().residentDone();
            case ADMINISTRATOR_LOST, TEST -> true;
            case CASE_WAITING -> throw new IllegalArgumentException("Nothing raises news of " + topic);
        };
    }

    private static boolean isOfThisRound(String event, StoredCase subject) {
        return ReminderEvent.round(event) == subject.progress().round();
    }

    /** Whether the recipient is the handler, or told in place of the handler. */
    private static boolean isForHandler(Recipient recipient, StoredCase subject) {
        if (recipient instanceof StaffMember member) {
            return isHandler(member.id(), subject);
        }
        if (recipient instanceof Deputy deputy) {
            return isHandler(deputy.absent(), subject);
        }
        return recipient instanceof UnitDeputy unit && isHandler(unit.absent(), subject);
    }

    private static boolean isHandler(StaffId staff, StoredCase subject) {
        return subject.handler().filter(staff::equals).isPresent();
    }
}

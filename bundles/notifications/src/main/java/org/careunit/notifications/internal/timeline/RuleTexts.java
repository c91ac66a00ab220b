package org.careunit.notifications.internal.timeline;

import java.util.Optional;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;
import org.careunit.notifications.internal.clocks.ClockSettings;

/** Texts that name the rule by which a message would be sent. */
final class RuleTexts {

    private RuleTexts() {}

    /** The section of the unit that says whether or when; empty where a person's or type's setting does. */
    static Optional<Class<? extends Section>> section(Topic topic) {
        return switch (topic) {
            case NEW_CASE -> Optional.of(EmailNotification.class);
            case FIRST_REPLY, OVERDUE -> Optional.of(StaffReminder.class);
            case UNREAD -> Optional.of(ResidentReminder.class);
            case CASE_WAITING -> Optional.of(RecordSystemNotification.class);
            case GIVEN, REPLY, ADMINISTRATOR_LOST, TEST -> Optional.empty();
        };
    }

    static String swedish(Topic topic, ClockSettings settings) {
        return switch (topic) {
            case NEW_CASE -> "Ett nytt ärende aviseras till mottagningens adresser";
            case GIVEN -> "Ett tilldelat ärende aviseras till den som fick det";
            case REPLY -> "Invånarens svar, eller ett återöppnat ärende, aviseras till den som har ärendet";
            case FIRST_REPLY -> "Inget första svar inom den tid som ärendetypen lovar, "
                    + counted(settings.firstReplyDays().orElse(0), "arbetsdag", "arbetsdagar");
            case OVERDUE -> "Ärendet är inte hanterat efter "
                    + counted(settings.staffDays(), "arbetsdag", "arbetsdagar");
            case UNREAD -> "Svaret är oläst efter " + counted(settings.residentDays(), "dag", "dagar");
            case CASE_WAITING -> "Journalsystemet får veta att ett ärende väntar, är klart eller återtaget";
            case ADMINISTRATOR_LOST, TEST -> "";
        };
    }

    static String english(Topic topic, ClockSettings settings) {
        return switch (topic) {
            case NEW_CASE -> "A new case is news to the unit's addresses";
            case GIVEN -> "A case that was given is news to whoever has it";
            case REPLY -> "The resident's reply, or a reopened case, is news to whoever has it";
            case FIRST_REPLY -> "No first reply within the type's promise, "
                    + counted(settings.firstReplyDays().orElse(0), "working day", "working days");
            case OVERDUE -> "Not handled after " + counted(settings.staffDays(), "working day", "working days");
            case UNREAD -> "The answer is unread after " + counted(settings.residentDays(), "day", "days");
            case CASE_WAITING -> "The record system hears that a case waits, is completed or withdrawn";
            case ADMINISTRATOR_LOST, TEST -> "";
        };
    }

    private static String counted(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}

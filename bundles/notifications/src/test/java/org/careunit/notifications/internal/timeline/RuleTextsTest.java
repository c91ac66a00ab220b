package org.careunit.notifications.internal.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;
import org.careunit.notifications.internal.clocks.ClockSettings;
import org.junit.jupiter.api.Test;

class RuleTextsTest {

    @Test
    void oneDayIsSaidAsOne() {
        ClockSettings one = settings(1);
        assertThat(RuleTexts.swedish(Topic.FIRST_REPLY, one)).endsWith("lovar, 1 arbetsdag");
        assertThat(RuleTexts.swedish(Topic.OVERDUE, one)).endsWith("efter 1 arbetsdag");
        assertThat(RuleTexts.swedish(Topic.UNREAD, one)).endsWith("efter 1 dag");
        assertThat(RuleTexts.english(Topic.OVERDUE, one)).endsWith("after 1 working day");
    }

    @Test
    void severalDaysAreSaidAsSeveral() {
        ClockSettings five = settings(5);
        assertThat(RuleTexts.swedish(Topic.FIRST_REPLY, five)).endsWith("lovar, 5 arbetsdagar");
        assertThat(RuleTexts.swedish(Topic.OVERDUE, five)).endsWith("efter 5 arbetsdagar");
        assertThat(RuleTexts.swedish(Topic.UNREAD, five)).endsWith("efter 5 dagar");
        assertThat(RuleTexts.english(Topic.UNREAD, five)).endsWith("after 5 days");
    }

    private static ClockSettings settings(int days) {
        Optional<Instant> always = Optional.of(Instant.EPOCH);
        return new ClockSettings(ClosedDays.NONE, always, days, OptionalInt.of(days), always, days, QuietHours.DEFAULT);
    }
}

package org.careunit.itests.demo.host;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.careunit.api.cases.CaseTimelines;
import org.careunit.api.cases.PlannedCase;
import org.careunit.api.cases.PlannedMessage;
import org.careunit.api.events.CaseChange;
import org.careunit.api.time.SwedishTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compares the timeline that Careunit previews for the case of {@link CaseLife} with the messages that were sent. */
@Component(service = TimelineComparison.class)
public final class TimelineComparison {

    private static final DateTimeFormatter SWEDISH =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.forLanguageTag("sv"));

    private final CaseTimelines timelines;
    private List<String> messages = List.of();

    @Activate
    public TimelineComparison(@Reference CaseTimelines timelines) {
        this.timelines = timelines;
    }

    /** Writes down what Careunit says of a case to which this would happen. */
    void preview(Report report, List<CaseLife.Moment> moments) {
        List<PlannedMessage> planned =
                timelines.preview(LifeSettings.ADMINISTRATOR, CaseLife.CASE.unit(), planned(moments));
        Table table = report.add(new Table(Report.TIMELINE, "När", "Nyhet", "Till", "Regel"));
        planned.forEach(message -> table.add(
                SWEDISH.format(local(message)),
                CaseMessages.swedish(message.topic()),
                told(message),
                message.swedish()));
        messages = planned.stream()
                .filter(message -> !message.recipients().isEmpty())
                .map(message -> CaseMessages.words(message.topic()) + " " + local(message))
                .sorted()
                .toList();
    }

    private static PlannedCase planned(List<CaseLife.Moment> moments) {
        List<PlannedCase.Step> steps = moments.stream()
                .flatMap(moment -> moment.changes().stream()
                        .filter(change -> !(change instanceof CaseChange.Received))
                        .map(change -> new PlannedCase.Step(change, instant(moment.at()))))
                .toList();
        return new PlannedCase(LifeSettings.TYPE, instant(moments.get(0).at()), steps);
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(SwedishTime.ZONE).toInstant();
    }

    private static LocalDateTime local(PlannedMessage message) {
        return LocalDateTime.ofInstant(message.at(), SwedishTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private static String told(PlannedMessage message) {
        return message.recipients().stream()
                .map(told -> told.recipient()
                        + told.channel().map(channel -> " (" + channel + ")").orElse(""))
                .collect(joining(", "));
    }

    /** Whether what left is what was said. */
    void compare(Report report, List<CaseLife.Moment> moments) {
        List<String> left = moments.stream()
                .flatMap(moment -> news(moment).map(topic -> topic + " " + moment.at()))
                .sorted()
                .toList();
        report.check(
                "each message left at the minute that the timeline had said before"
                        + (left.equals(messages) ? "" : ", but not these: " + messages + " and not " + left),
                left.equals(messages));
    }

    /** Which kinds of news leave at a moment, over whatever channels. */
    private static Stream<String> news(CaseLife.Moment moment) {
        return moment.messages().stream()
                .map(kind -> kind.substring(0, kind.indexOf(" by ")))
                .distinct();
    }
}

package org.careunit.notifications.internal.intake;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;

/** Types of platform events, by their names in JSON. */
public enum EventType {
    CASE_RECEIVED("case-received", CaseChange.Received.class),
    CASE_GIVEN("case-given", CaseChange.Given.class),
    PART_REPLY("part-reply", CaseChange.PartReplied.class),
    COUNTER_QUESTION("counter-question", CaseChange.CounterQuestionAsked.class),
    RESIDENT_REPLIED("resident-replied", CaseChange.ResidentReplied.class),
    ANSWERED("answered", CaseChange.Answered.class),
    ANSWER_READ("answer-read", CaseChange.AnswerRead.class),
    REOPENED("reopened", CaseChange.Reopened.class),
    WITHDRAWN("withdrawn", CaseChange.Withdrawn.class),
    CLOSED("closed", CaseChange.Closed.class),
    UNIT_CHANGED("unit-changed", PlatformEvent.UnitChanged.class),
    STAFF_CHANGED("staff-changed", PlatformEvent.StaffChanged.class);

    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.form, Function.identity()));

    private final String wireName;
    private final Class<?> form;

    EventType(String wireName, Class<?> form) {
        this.wireName = wireName;
        this.form = form;
    }

    public String wireName() {
        return wireName;
    }

    public static EventType of(PlatformEvent event) {
        Object form = event instanceof CaseEvent ofCase ? ofCase.change() : event;
        return BY_RECORD.get(form.getClass());
    }

    public static Optional<EventType> of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    public static String names() {
        return Arrays.stream(values()).map(EventType::wireName).collect(Collectors.joining(", "));
    }
}

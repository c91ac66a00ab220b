package org.careunit.notifications.internal.intake;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvent.StaffChanged;
import org.careunit.api.events.PlatformEvent.UnitChanged;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.storage.json.JsonFields;
import org.careunit.storage.json.JsonLimits;
import org.careunit.storage.json.JsonPath;
import org.careunit.storage.json.JsonProblem;
import org.careunit.storage.json.StrictJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads platform events from JSON, and writes them so. Keys that are not known are passed over. A refusal begins with
 * the path of what is wrong: in a batch the event's index and the key. Safe for use by many threads.
 */
public final class EventJson {

    private static final Logger LOG = LoggerFactory.getLogger(EventJson.class);

    private static final int BATCH_CHARACTERS = PlatformEvents.MAX_EVENT_BYTES * PlatformEvents.MAX_BATCH;

    /** Placeholder for an invalid unit, so that the case id is validated all the same. */
    private static final HsaId ANY_UNIT = new HsaId("SE0000000000-ANY");

    private final StrictJson json = new StrictJson(BATCH_CHARACTERS);
    private final JsonProvider provider = JsonProvider.provider();

    /**
     * Reads one event or an array of them.
     *
     * @throws RefusedException if the text is not one JSON value, or something in it is not as it must be
     */
    public List<PlatformEvent> read(String text) {
        return json.readItems(text, PlatformEvents.MAX_BATCH, PlatformEvents.MAX_EVENT_BYTES, EventJson::event);
    }

    /** Reads the one event that {@link #write} wrote. */
    public PlatformEvent readOne(String text) {
        return event(JsonPath.WHOLE, json.read(text));
    }

    /**
     * As above, from the store; empty if somebody has changed it there, so that it is no event any more: it is passed
     * over then, and all others are read.
     */
    public Optional<PlatformEvent> readStored(String text) {
        try {
            return Optional.of(readOne(text));
        } catch (RefusedException changed) {
            LOG.warn("An event was changed in the database and is passed over: {}", changed.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Writes an event as {@link #read} reads it.
     *
     * @throws RefusedException if it could not be read again, since its time is out of bounds
     */
    public String write(PlatformEvent event) {
        JsonObjectBuilder object = provider.createObjectBuilder()
                .add("id", event.id().value())
                .add("type", EventType.of(event).wireName())
                .add("occurredAt", within(event).toString());
        if (event instanceof UnitChanged changed) {
            object.add("unit", changed.unit().value());
        } else if (event instanceof StaffChanged changed) {
            object.add("staff", changed.staff().value());
        } else {
            write((CaseEvent) event, object);
        }
        return object.build().toString();
    }

    private static void write(CaseEvent event, JsonObjectBuilder object) {
        object.add("unit", event.subject().unit().value())
                .add("case", event.subject().id());
        event.sequence().ifPresent(sequence -> object.add("sequence", sequence));
        if (event.change() instanceof CaseChange.Received received) {
            object.add("caseType", received.caseType().value());
        } else if (event.change() instanceof CaseChange.Given given) {
            object.add("to", given.to().value()).add("by", given.by().value());
        }
    }

    private static Instant within(PlatformEvent event) {
        try {
            return JsonLimits.instant(event.occurredAt());
        } catch (DateTimeException far) {
            throw JsonPath.WHOLE
                    .key("occurredAt")
                    .refused(JsonProblem.FAR, far.getMessage() + ", in the event " + event.id());
        }
    }

    /** Says all that is wrong with an event at once. */
    private static PlatformEvent event(JsonPath path, JsonValue value) {
        JsonFields fields = new JsonFields(value, path);
        Problems problems = new Problems();
        EventId id = problems.value(() -> fields.text("id", EventId::new));
        Instant occurredAt = problems.value(() -> fields.instant("occurredAt"));
        EventType type = problems.value(() -> fields.text("type", EventJson::type));
        if (type == null) {
            problems.refuse();
        }
        return switch (type) {
            case UNIT_CHANGED -> {
                HsaId unit = problems.value(() -> fields.text("unit", HsaId::of));
                problems.refuse();
                yield new UnitChanged(id, occurredAt, unit);
            }
            case STAFF_CHANGED -> {
                StaffId staff = problems.value(() -> fields.text("staff", StaffId::of));
                problems.refuse();
                yield new StaffChanged(id, occurredAt, staff);
            }
            default -> {
                HsaId unit = problems.value(() -> fields.text("unit", HsaId::of));
                HsaId known = unit == null ? ANY_UNIT : unit;
                CaseRef subject = problems.value(() -> fields.text("case", number -> new CaseRef(known, number)));
                OptionalLong sequence = problems.value(() -> fields.wholeNumber("sequence"));
                CaseChange change = change(problems, fields, type);
                problems.refuse();
                yield new CaseEvent(id, occurredAt, subject, sequence, change);
            }
        };
    }

    private static EventType type(String name) {
        return EventType.of(name).orElseThrow(() -> NotificationProblem.EVENT_TYPE.refused(EventType.names()));
    }

    /** What has happened; null where a part of it is wrong. */
    private static CaseChange change(Problems problems, JsonFields fields, EventType type) {
        return switch (type) {
            case CASE_RECEIVED -> {
                CaseTypeKey key = problems.value(() -> fields.text("caseType", CaseTypeKey::new));
                yield key == null ? null : new CaseChange.Received(key);
            }
            case CASE_GIVEN -> {
                StaffId to = problems.value(() -> fields.text("to", StaffId::of));
                StaffId by = problems.value(() -> fields.text("by", StaffId::of));
                yield to == null || by == null ? null : new CaseChange.Given(to, by);
            }
            case PART_REPLY -> new CaseChange.PartReplied();
            case COUNTER_QUESTION -> new CaseChange.CounterQuestionAsked();
            case RESIDENT_REPLIED -> new CaseChange.ResidentReplied();
            case ANSWERED -> new CaseChange.Answered();
            case ANSWER_READ -> new CaseChange.AnswerRead();
            case REOPENED -> new CaseChange.Reopened();
            case WITHDRAWN -> new CaseChange.Withdrawn();
            case CLOSED -> new CaseChange.Closed();
            case UNIT_CHANGED, STAFF_CHANGED -> throw new IllegalArgumentException("Not about a case: " + type);
        };
    }
}

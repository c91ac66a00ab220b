package org.careunit.notifications.internal;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.events.PlatformEvent.StaffChanged;
import org.careunit.api.events.PlatformEvent.UnitChanged;
import org.careunit.api.events.PlatformEvents;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;

/** Platform events in JSON and back. An error says which event of the batch, which key, and what is allowed. */
final class EventJson {

    private final Jsonb jsonb;

    EventJson(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    /** Reads one event or an array of them. */
    List<PlatformEvent> read(String json) {
        String text = json.strip();
        if (!text.startsWith("[")) {
            refuseLarge(text, "The event");
            return List.of(event(parsed(text, EventDocument.class), "The event"));
        }
        refuseLargeBatch(text);
        EventDocument[] documents = parsed(text, EventDocument[].class);
        List<PlatformEvent> events = new ArrayList<>(documents.length);
        for (int i = 0; i < documents.length; i++) {
            String which = "Event " + (i + 1) + " of " + documents.length;
            refuseLarge(jsonb.toJson(documents[i]), which);
            events.add(event(documents[i], which));
        }
        return events;
    }

    /** Writes an event as {@link #read} reads it. */
    String write(PlatformEvent event) {
        return jsonb.toJson(document(event));
    }

    private <T> T parsed(String text, Class<T> type) {
        try {
            return jsonb.fromJson(text, type);
        } catch (JsonbException | IllegalStateException | ClassCastException unreadable) {
            // The parser's own message may quote what stands there, so it is not passed on.
            throw new RefusedException(
                    "This is not JSON of an event: write an object, or an array of objects, whose keys"
                            + " are texts, but for sequence, a whole number");
        }
    }

    private static PlatformEvent event(EventDocument document, String which) {
        if (document == null) {
            throw new RefusedException(which + " is null; write an object");
        }
        EventType type = EventType.of(required(document.type(), which, "type", Function.identity()))
                .orElseThrow(() -> new RefusedException(which + ": type is not one of " + EventType.names()));
        EventId id = required(document.id(), which, "id", EventId::new);
        Instant occurredAt = required(document.occurredAt(), which, "occurredAt", EventJson::instant);
        return switch (type) {
            case UNIT_CHANGED -> new UnitChanged(id, occurredAt, required(document.unit(), which, "unit", HsaId::of));
            case STAFF_CHANGED -> new StaffChanged(
                    id, occurredAt, required(document.staff(), which, "staff", HsaId::of));
            default -> caseEvent(document, which, type, id, occurredAt);
        };
    }

    private static CaseEvent caseEvent(
            EventDocument document, String which, EventType type, EventId id, Instant occurredAt) {
        HsaId unit = required(document.unit(), which, "unit", HsaId::of);
        CaseRef subject = required(document.caseId(), which, "case", number -> new CaseRef(unit, number));
        OptionalLong sequence =
                document.sequence() == null ? OptionalLong.empty() : OptionalLong.of(document.sequence());
        return new CaseEvent(id, occurredAt, subject, sequence, change(document, which, type));
    }

    private static CaseChange change(EventDocument document, String which, EventType type) {
        return switch (type) {
            case CASE_RECEIVED -> required(document.caseType(), which, "caseType", CaseChange.Received::new);
            case CASE_GIVEN -> new CaseChange.Given(
                    required(document.to(), which, "to", HsaId::of), required(document.by(), which, "by", HsaId::of));
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

    private static EventDocument document(PlatformEvent event) {
        String id = event.id().value();
        String type = EventType.of(event).wireName();
        String at = event.occurredAt().toString();
        if (event instanceof UnitChanged changed) {
            return new EventDocument(id, type, at, changed.unit().value(), null, null, null, null, null, null);
        }
        if (event instanceof StaffChanged changed) {
            return new EventDocument(
                    id,
                    type,
                    at,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    changed.staff().value());
        }
        CaseEvent ofCase = (CaseEvent) event;
        CaseChange change = ofCase.change();
        return new EventDocument(
                id,
                type,
                at,
                ofCase.subject().unit().value(),
                ofCase.subject().id(),
                ofCase.sequence().isPresent() ? ofCase.sequence().getAsLong() : null,
                change instanceof CaseChange.Received received ? received.caseType() : null,
                change instanceof CaseChange.Given given ? given.to().value() : null,
                change instanceof CaseChange.Given given ? given.by().value() : null,
                null);
    }

    private static <T> T required(String value, String which, String key, Function<String, T> reading) {
        if (value == null || value.isBlank()) {
            throw new RefusedException(which + ": the key '" + key + "' is missing");
        }
        try {
            return Objects.requireNonNull(reading.apply(value));
        } catch (RefusedException wrong) {
            throw new RefusedException(which + ", key '" + key + "': " + wrong.getMessage(), wrong);
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new RefusedException("write a time as ISO 8601 with offset, for example 1970-01-01T08:00:00+01:00");
        }
    }

    private static void refuseLarge(String text, String which) {
        int bytes = text.length() > PlatformEvents.MAX_EVENT_BYTES
                ? text.length()
                : text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > PlatformEvents.MAX_EVENT_BYTES) {
            throw new RefusedException(which + " has " + bytes + " bytes; at most " + PlatformEvents.MAX_EVENT_BYTES
                    + " are taken in. An event carries ids only: leave texts and attachments out");
        }
    }

    private static void refuseLargeBatch(String text) {
        long most = (long) PlatformEvents.MAX_EVENT_BYTES * PlatformEvents.MAX_BATCH;
        if (text.length() > most) {
            throw new RefusedException(
                    "The batch has " + text.length() + " characters; at most " + most + " are taken in");
        }
    }
}

package org.careunit.notifications.internal;

import jakarta.json.bind.annotation.JsonbProperty;

/** A platform event as it is written in JSON; what is missing is null. {@link EventJson} checks it. */
public record EventDocument(
        String id,
        String type,
        String occurredAt,
        String unit,
        @JsonbProperty("case") String caseId,
        Long sequence,
        String caseType,
        String to,
        String by,
        String staff) {}

package org.careunit.api.audit;

import java.time.Instant;
import java.util.Objects;

/**
 * A row of a trail.
 *
 * @param trail whose: the HSA-id of a unit, the county code of a region, or {@code platform}; never null
 * @param number 1, 2, 3 … in its trail
 * @param actor the label of the one who acted, kind, colon, name; never null
 * @param action verb and object, for example {@code settings.change}; never null
 * @param text what was done, without personal data; never null
 * @param at when, by the database's clock; never null
 */
public record AuditRow(String trail, long number, String actor, String action, String text, Instant at) {
    public AuditRow {
        Objects.requireNonNull(trail, "trail");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
    }

    public AuditRow withTrail(String trail) {
        return new AuditRow(trail, number, actor, action, text, at);
    }

    public AuditRow withNumber(long number) {
        return new AuditRow(trail, number, actor, action, text, at);
    }

    public AuditRow withActor(String actor) {
        return new AuditRow(trail, number, actor, action, text, at);
    }

    public AuditRow withAction(String action) {
        return new AuditRow(trail, number, actor, action, text, at);
    }

    public AuditRow withText(String text) {
        return new AuditRow(trail, number, actor, action, text, at);
    }

    public AuditRow withAt(Instant at) {
        return new AuditRow(trail, number, actor, action, text, at);
    }
}

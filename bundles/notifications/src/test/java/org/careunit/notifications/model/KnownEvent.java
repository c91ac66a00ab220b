package org.careunit.notifications.model;

import java.time.Instant;
import org.careunit.api.events.CaseChange;

/**
 * An event that has come in.
 *
 * @param number of the case
 * @param at when it happened, which may be long before it came in
 */
public record KnownEvent(String id, int number, CaseChange change, Instant at) {}

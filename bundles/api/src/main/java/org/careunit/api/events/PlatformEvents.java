package org.careunit.api.events;

import java.util.List;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Accepts platform events. When a method returns, every event it was given is committed: it survives a crash of this
 * node, and what follows from it will be done. When it throws, none of them is.
 *
 * <p>Safe for use by many threads. The same event id twice changes nothing, so a caller that did not get an answer
 * simply calls again. The actor must be the host, an operator or Careunit itself.
 */
@ProviderType
public interface PlatformEvents {

    /**
     * The EventAdmin topic for hosts that post events rather than call: the event carries the JSON of
     * {@link #acceptJson} under {@link #JSON}. It is on this node's disk when the handler returns, and accepted from
     * there, also after a time without a database.
     */
    String TOPIC = "org/careunit/platform/EVENT";

    /** The property of an EventAdmin event with the JSON, a {@code String}. */
    String JSON = "json";

    /** The size, in UTF-8 bytes, above which a single event written as JSON is refused. */
    int MAX_EVENT_BYTES = 16 * 1024;

    /** The number of events above which a batch is refused. */
    int MAX_BATCH = 10_000;

    /**
     * Takes in events in one transaction.
     *
     * @param actor who brings them; not null
     * @param events at most {@link #MAX_BATCH}, in any order; not null, may be empty
     * @return how many were new and how many were known already
     * @throws RefusedException if the batch is too large, an event is not of the years 1900 to 2200, or the actor may
     *     not bring events
     * @throws UnavailableException if the store is out of reach
     */
    Acceptance accept(Actor actor, List<? extends PlatformEvent> events);

    /**
     * Takes in events written as JSON: one object, or an array of them, which is one batch. Each has {@code id},
     * {@code type} and {@code occurredAt} (ISO 8601 with offset), and what its type asks for;
     * {@code bundles/api/README.md} lists them. Keys that are not known are passed over, so that a newer host can talk
     * to an older Careunit; one that is there twice is refused.
     *
     * @param actor who brings them; not null
     * @param json one JSON value with nothing behind it; not null
     * @return how many were new and how many were known already
     * @throws RefusedException if an event is too large, cannot be read, lacks a key or has an unknown type: the
     *     message begins with the path, in an array with the event's index ({@code /1/sequence}), and says what is
     *     allowed; none of the events is taken in then
     * @throws UnavailableException if the store is out of reach
     */
    Acceptance acceptJson(Actor actor, String json);

    /**
     * What became of a batch.
     *
     * @param accepted events that were new and are now committed
     * @param known events whose id had been taken in before, or is in the batch twice; they changed nothing
     * @param differing those among the known ones that say something else than the event that was taken in by their id:
     *     a fault of the caller, which has used an id twice
     */
    record Acceptance(int accepted, int known, int differing) {}
}

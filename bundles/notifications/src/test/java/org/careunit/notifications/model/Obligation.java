package org.careunit.notifications.model;

import java.time.Instant;
import java.util.Set;
import org.careunit.api.messages.Topic;

/** A recipient who must get a message. */
public final class Obligation {

    private final Topic topic;
    private final int number;
    private final String because;
    private final String address;
    private final Instant from;
    private Instant by;

    /**
     * @param because the event, or what began the round
     * @param from from when it may leave
     * @param by when it must have left
     */
    Obligation(Topic topic, int number, String because, String address, Instant from, Instant by) {
        this.topic = topic;
        this.number = number;
        this.because = because;
        this.address = address;
        this.from = from;
        this.by = by;
    }

    public Topic topic() {
        return topic;
    }

    public int number() {
        return number;
    }

    public String because() {
        return because;
    }

    public String address() {
        return address;
    }

    public Instant from() {
        return from;
    }

    public Instant by() {
        return by;
    }

    void extend(Instant until) {
        by = until.isAfter(by) ? until : by;
    }

    boolean isOfOneMessage(Obligation other) {
        return topic == other.topic && address.equals(other.address) && from.equals(other.from);
    }

    String key() {
        return topic + " " + address;
    }

    /** What it leaves by. */
    Set<Way> ways() {
        Way way = address.startsWith(Way.TELEPHONE) ? Way.SMS : Way.MAIL;
        return topic == Topic.UNREAD ? Set.of(way, Way.HOST) : Set.of(way);
    }

    boolean isBySms() {
        return ways().contains(Way.SMS);
    }

    boolean isReminder() {
        return topic == Topic.FIRST_REPLY || topic == Topic.OVERDUE || topic == Topic.UNREAD;
    }

    @Override
    public String toString() {
        return topic + " of case " + number + " (" + because + ") to " + address + " from " + from + " to " + by;
    }
}

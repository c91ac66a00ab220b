package org.careunit.notifications.internal.clocks;

import org.careunit.api.messages.Topic;

/** The clocks of a case. Each reminds at most once in a round; a round ends when the case is reopened. */
public enum CaseClock {

    /** Runs from receipt or reopening until the first reply of staff; reminds staff. */
    FIRST_REPLY(Topic.FIRST_REPLY, Audience.STAFF),

    /** Runs from receipt or reopening until the case is handled, and rests after a counter-question; reminds staff. */
    OVERDUE(Topic.OVERDUE, Audience.STAFF),

    /** Runs from the answer until it is read; reminds the resident. */
    UNREAD(Topic.UNREAD, Audience.RESIDENT);

    /** Who is reminded. */
    public enum Audience {
        /**
         * The handler, else the receivers, else the unit's addresses: the first of these with anybody who can be
         * reached.
         */
        STAFF,
        RESIDENT
    }

    private final Topic topic;
    private final Audience audience;

    CaseClock(Topic topic, Audience audience) {
        this.topic = topic;
        this.audience = audience;
    }

    public Topic topic() {
        return topic;
    }

    public Audience audience() {
        return audience;
    }
}

package org.careunit.storage.internal;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;

/** How db-scheduler talks to H2: select what is due, then claim each job when a thread is ready for it. */
final class H2Engine extends DefaultJdbcCustomization {

    private final DueCondition due;

    H2Engine(DueCondition due) {
        super(false);
        this.due = due;
    }

    @Override
    public String createSelectDueQuery(String table, int limit, String and, boolean byPriority) {
        return super.createSelectDueQuery(table, limit, and + due.sql(), byPriority);
    }
}

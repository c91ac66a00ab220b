package org.careunit.storage.internal.database;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import org.careunit.storage.internal.jobs.DueCondition;

/** How db-scheduler talks to H2: select what is due, then claim each job when a thread is ready for it. */
public final class H2Engine extends DefaultJdbcCustomization {

    private final DueCondition due;

    public H2Engine(DueCondition due) {
        super(false);
        this.due = due;
    }

    @Override
    public String createSelectDueQuery(String table, int limit, String and, boolean byPriority) {
        return super.createSelectDueQuery(table, limit, and + due.sql(), byPriority);
    }
}

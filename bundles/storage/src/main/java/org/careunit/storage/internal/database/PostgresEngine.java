package org.careunit.storage.internal.database;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import org.careunit.storage.internal.jobs.DueCondition;

/** How db-scheduler talks to PostgreSQL: claim what is due in one go, passing over what another node is claiming. */
public final class PostgresEngine extends PostgreSqlJdbcCustomization {

    private final DueCondition due;

    public PostgresEngine(DueCondition due) {
        super(true, false);
        this.due = due;
    }

    @Override
    public String createGenericSelectForUpdateQuery(String table, int limit, String and, boolean byPriority) {
        return super.createGenericSelectForUpdateQuery(table, limit, and + due.sql(), byPriority);
    }
}

package org.careunit.storage.internal;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;

/** How db-scheduler talks to PostgreSQL: claim what is due in one go, passing over what another node is claiming. */
final class PostgresEngine extends PostgreSqlJdbcCustomization {

    private final DueCondition due;

    PostgresEngine(DueCondition due) {
        super(true, false);
        this.due = due;
    }

    @Override
    public String createGenericSelectForUpdateQuery(String table, int limit, String and, boolean byPriority) {
        return super.createGenericSelectForUpdateQuery(table, limit, and + due.sql(), byPriority);
    }
}

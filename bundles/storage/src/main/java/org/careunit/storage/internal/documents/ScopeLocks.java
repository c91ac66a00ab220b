package org.careunit.storage.internal.documents;

import java.util.Comparator;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.Scope;
import org.careunit.storage.StorageProblem;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;

/**
 * Locks the documents of a unit, a region or the platform until the transaction ends; a unit by its row in the
 * register.
 */
public final class ScopeLocks {

    /** In which order several are locked: regions before units, as a region's change goes on at its units. */
    static final Comparator<Scope> ORDER = Comparator.comparing(Scope::level).thenComparing(Scope::id);

    private static final String ROW =
            "SELECT scope_id FROM scope_locks WHERE scope_level = ? AND scope_id = ? FOR UPDATE";

    private final JdbcTransactions transactions;
    private final Sql sql;

    public ScopeLocks(JdbcTransactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /**
     * Locks a scope; waits for other transactions that change it.
     *
     * @throws RefusedException if there is no such unit
     * @throws IllegalStateException outside a transaction
     */
    public void lock(Scope scope) {
        transactions.mustBeOpen();
        if (scope.level() == Scope.Level.UNIT) {
            lockUnit(scope.id());
        } else if (!lockRow(scope)) {
            sql.update(
                    "INSERT INTO scope_locks (scope_level, scope_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    scope.level(),
                    scope.id());
            lockRow(scope);
        }
    }

    private boolean lockRow(Scope scope) {
        return sql.first(ROW, row -> row.getString(1), scope.level(), scope.id())
                .isPresent();
    }

    private void lockUnit(String unit) {
        if (sql.first("SELECT unit FROM units WHERE unit = ? FOR UPDATE", row -> row.getString(1), unit)
                .isEmpty()) {
            throw StorageProblem.NO_UNIT.refused(unit);
        }
    }
}

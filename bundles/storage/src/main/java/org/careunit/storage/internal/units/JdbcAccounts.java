package org.careunit.storage.internal.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.storage.Accounts;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.secrets.HmacPseudonyms;

public final class JdbcAccounts implements Accounts {

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final Clock clock;
    private final ChangeBroadcast changes;
    private final HmacPseudonyms secrets;

    public JdbcAccounts(
            JdbcTransactions transactions, Sql sql, Clock clock, ChangeBroadcast changes, HmacPseudonyms secrets) {
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
        this.changes = changes;
        this.secrets = secrets;
    }

    @Override
    public Optional<Account> find(StaffId staff) {
        return sql.first("SELECT * FROM accounts WHERE staff = ?", JdbcAccounts::account, staff.value());
    }

    @Override
    public List<StaffId> ofPerson(String number) {
        return sql.list(
                "SELECT staff FROM accounts WHERE person_number = ? ORDER BY staff", JdbcAccounts::staff, number);
    }

    @Override
    public List<StaffId> after(Optional<StaffId> last, int limit) {
        return sql.list(
                "SELECT staff FROM accounts WHERE staff > ? ORDER BY staff FETCH FIRST " + limit + " ROWS ONLY",
                JdbcAccounts::staff,
                last.map(StaffId::value).orElse(""));
    }

    @Override
    public boolean add(StaffId staff, Optional<String> number, String actor) {
        return sql.update(
                        "INSERT INTO accounts (staff, person_number, key_number, made_by, made_at)"
                                + " VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        staff.value(),
                        number,
                        number.map(there -> secrets.newest(Purpose.PERSON_NUMBER)),
                        actor,
                        clock.instant())
                == 1;
    }

    @Override
    public void identify(StaffId staff, String number) {
        sql.update(
                "UPDATE accounts SET person_number = ?, key_number = ? WHERE staff = ?",
                number,
                secrets.newest(Purpose.PERSON_NUMBER),
                staff.value());
    }

    @Override
    public void employment(StaffId staff, Optional<Instant> until) {
        announced(
                Scope.PLATFORM,
                staff,
                () -> sql.update("UPDATE accounts SET employed_until = ? WHERE staff = ?", until, staff.value()));
    }

    @Override
    public void lock(HsaId unit, StaffId staff, String actor) {
        announced(
                Scope.unit(unit),
                staff,
                () -> sql.update(
                        "INSERT INTO locked_staff (unit, staff, locked_by, locked_at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        unit.value(),
                        staff.value(),
                        actor,
                        clock.instant()));
    }

    @Override
    public void unlock(HsaId unit, StaffId staff) {
        announced(
                Scope.unit(unit),
                staff,
                () -> sql.update("DELETE FROM locked_staff WHERE unit = ? AND staff = ?", unit.value(), staff.value()));
    }

    private void announced(Scope scope, StaffId staff, Runnable change) {
        transactions.run(() -> {
            change.run();
            changes.announce(new ChangeBroadcast.Change(scope, "account", staff.value()));
        });
    }

    private static StaffId staff(ResultSet row) throws SQLException {
        return new StaffId(row.getString("staff"));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                staff(row),
                Optional.ofNullable(row.getString("person_number")),
                Sql.optionalInstant(row, "employed_until"));
    }
}

package org.careunit.storage.internal.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.storage.Approvals;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.database.StoredText;
import org.careunit.storage.internal.secrets.HmacPseudonyms;

public final class JdbcApprovals implements Approvals {

    private final JdbcTransactions transactions;
    private final Sql sql;
    private final HmacPseudonyms secrets;

    public JdbcApprovals(JdbcTransactions transactions, Sql sql, HmacPseudonyms secrets) {
        this.transactions = transactions;
        this.sql = sql;
        this.secrets = secrets;
    }

    @Override
    public void put(Entry approval) {
        transactions.mustBeOpen();
        int added = sql.update(
                "INSERT INTO approvals (unit, resident, key_number, last_day, approved_by, approved_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                approval.unit().value(),
                approval.resident().value(),
                secrets.newest(Purpose.RESIDENT),
                approval.lastDay(),
                approval.approvedBy(),
                approval.approvedAt());
        if (added == 0) {
            replace(approval);
        }
    }

    private void replace(Entry approval) {
        sql.update(
                "UPDATE approvals SET last_day = ?, approved_by = ?, approved_at = ? WHERE unit = ? AND resident = ?",
                approval.lastDay(),
                approval.approvedBy(),
                approval.approvedAt(),
                approval.unit().value(),
                approval.resident().value());
    }

    @Override
    public boolean remove(HsaId unit, ResidentHash resident) {
        return sql.update("DELETE FROM approvals WHERE unit = ? AND resident = ?", unit.value(), resident.value()) == 1;
    }

    @Override
    public Optional<Entry> find(HsaId unit, ResidentHash resident) {
        return entries("SELECT * FROM approvals WHERE unit = ? AND resident = ?", unit.value(), resident.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<Entry> ofUnit(HsaId unit) {
        return entries("SELECT * FROM approvals WHERE unit = ? ORDER BY approved_at DESC, resident", unit.value());
    }

    @Override
    public List<Entry> ofResident(ResidentHash resident) {
        return entries("SELECT * FROM approvals WHERE resident = ? ORDER BY unit", resident.value());
    }

    @Override
    public List<Entry> all() {
        return entries("SELECT * FROM approvals");
    }

    private List<Entry> entries(String query, Object... values) {
        return sql.list(query, JdbcApprovals::entry, values).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Entry> entry(ResultSet row) throws SQLException {
        Optional<LocalDate> lastDay = Optional.ofNullable(row.getObject("last_day", LocalDate.class));
        String by = row.getString("approved_by");
        Instant at = Sql.instant(row, "approved_at");
        Optional<HsaId> unit = StoredText.read("approvals.unit", row.getString("unit"), HsaId::new);
        Optional<ResidentHash> resident =
                StoredText.read("approvals.resident", row.getString("resident"), ResidentHash::new);
        return unit.flatMap(of -> resident.map(hash -> new Entry(of, hash, lastDay, by, at)));
    }
}

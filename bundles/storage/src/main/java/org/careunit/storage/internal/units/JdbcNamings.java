package org.careunit.storage.internal.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.storage.Namings;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.database.StoredText;
import org.careunit.storage.internal.secrets.HmacPseudonyms;

public final class JdbcNamings implements Namings {

    private final Sql sql;
    private final HmacPseudonyms secrets;

    public JdbcNamings(Sql sql, HmacPseudonyms secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    @Override
    public boolean add(Entry naming) {
        return sql.update(
                        "INSERT INTO named_residents (unit, case_type, resident, key_number, named_by, named_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        naming.unit().value(),
                        naming.type().value(),
                        naming.resident().value(),
                        secrets.newest(Purpose.RESIDENT),
                        naming.namedBy(),
                        naming.namedAt())
                == 1;
    }

    @Override
    public boolean remove(HsaId unit, CaseTypeKey type, ResidentHash resident) {
        return sql.update(
                        "DELETE FROM named_residents WHERE unit = ? AND case_type = ? AND resident = ?",
                        unit.value(),
                        type.value(),
                        resident.value())
                == 1;
    }

    @Override
    public List<Entry> ofUnit(HsaId unit) {
        return sql
                .list(
                        "SELECT * FROM named_residents WHERE unit = ? ORDER BY case_type, named_at DESC, resident",
                        row -> entry(unit, row),
                        unit.value())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Entry> entry(HsaId unit, ResultSet row) throws SQLException {
        String by = row.getString("named_by");
        Instant at = Sql.instant(row, "named_at");
        Optional<CaseTypeKey> type =
                StoredText.read("named_residents.case_type", row.getString("case_type"), CaseTypeKey::new);
        Optional<ResidentHash> resident =
                StoredText.read("named_residents.resident", row.getString("resident"), ResidentHash::new);
        return type.flatMap(key -> resident.map(hash -> new Entry(unit, key, hash, by, at)));
    }
}

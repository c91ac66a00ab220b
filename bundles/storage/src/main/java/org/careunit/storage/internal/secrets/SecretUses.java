package org.careunit.storage.internal.secrets;

import java.util.List;
import java.util.Optional;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.internal.database.Sql;

/** Counts the rows that were made with each secret. */
public final class SecretUses {

    private static final String ALL = "SELECT purpose, key_number, SUM(many) AS many FROM ("
            + "SELECT 'ADDRESS' AS purpose, key_number, COUNT(*) AS many FROM suppressions GROUP BY key_number"
            + " UNION ALL SELECT 'ADDRESS', address_key, COUNT(*) FROM ledger WHERE address IS NOT NULL"
            + " GROUP BY address_key"
            + " UNION ALL SELECT 'ADDRESS', key_number, COUNT(*) FROM full_mailboxes GROUP BY key_number"
            + " UNION ALL SELECT 'PERSON_NUMBER', key_number, COUNT(*) FROM accounts"
            + " WHERE person_number IS NOT NULL GROUP BY key_number"
            + " UNION ALL SELECT 'RESIDENT', key_number, COUNT(*) FROM approvals GROUP BY key_number"
            + " UNION ALL SELECT 'RESIDENT', key_number, COUNT(*) FROM named_residents GROUP BY key_number"
            + " UNION ALL SELECT 'AUDIT', key_number, COUNT(*) FROM audit_rows GROUP BY key_number"
            + " UNION ALL SELECT purpose, number, 0 FROM secret_keys"
            + ") uses GROUP BY purpose, key_number ORDER BY purpose, key_number NULLS FIRST";

    private final Sql sql;
    private final HmacPseudonyms secrets;

    public SecretUses(Sql sql, HmacPseudonyms secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    /**
     * The rows of one secret.
     *
     * @param number which; empty for rows of before it was kept, when there had been several
     * @param inUse whether new rows are made with it
     */
    public record Use(Purpose purpose, Optional<Integer> number, boolean inUse, long rows) {}

    /** By purpose and number, those of the secrets that nothing is left of too. */
    public List<Use> list() {
        return sql.list(ALL, row -> {
            Purpose purpose = Purpose.valueOf(row.getString("purpose"));
            Optional<Integer> number = Optional.ofNullable(row.getObject("key_number", Integer.class));
            boolean inUse = number.filter(one -> one == secrets.newest(purpose)).isPresent();
            return new Use(purpose, number, inUse, row.getLong("many"));
        });
    }
}

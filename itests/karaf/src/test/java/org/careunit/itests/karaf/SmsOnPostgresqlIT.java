package org.careunit.itests.karaf;

import java.sql.SQLException;
import java.util.Map;
import org.careunit.itests.host.Postgres;

class SmsOnPostgresqlIT extends SmsContract {

    @Override
    Map<String, String> storage() throws SQLException {
        return Postgres.newDatabase("sms");
    }
}

package org.careunit.itests.karaf;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class RecordSystemsOnPostgresqlIT extends RecordSystemsContract {

    private EmbeddedPostgres postgres;

    @Override
    Map<String, String> storage() throws IOException {
        postgres = EmbeddedPostgres.start();
        return Map.of(
                "url",
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                "user",
                "postgres",
                ".password",
                "postgres");
    }

    @AfterAll
    void stopPostgres() throws IOException {
        postgres.close();
    }
}

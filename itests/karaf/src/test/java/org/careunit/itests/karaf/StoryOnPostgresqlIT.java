package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryOnPostgresqlIT extends StoryContract {

    @TempDir
    static Path data;

    private EmbeddedPostgres postgres;
    private int port;

    @Override
    Map<String, String> storage() throws IOException {
        startPostgres();
        return Map.of(
                "url",
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                "user",
                "postgres",
                ".password",
                "postgres");
    }

    private void startPostgres() throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        postgres = (port == 0 ? builder : builder.setPort(port)).start();
        port = postgres.getPort();
    }

    @AfterAll
    void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void whatEventAdminBringsWhileTheDatabaseIsDownIsNotLost() throws IOException {
        postgres.close();
        host().post(received("spool-1", "spool"));
        host().post("[" + given("spool-2", "spool") + "]");
        assertThat(host().accept(received("spool-3", "spool"))).isEqualTo("UnavailableException");
        startPostgres();
        awaitSent("spool", 3);
        assertThat(host().accept(received("spool-1", "spool"))).isEqualTo("0/1");
    }
}

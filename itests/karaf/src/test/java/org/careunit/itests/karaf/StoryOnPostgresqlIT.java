package org.careunit.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.careunit.itests.host.Postgres;
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
        return Postgres.configuration(postgres, "postgres");
    }

    private void startPostgres() throws IOException {
        EmbeddedPostgres.Builder builder =
                Postgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
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

package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.node.StorageSettings.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class StorageSettingsReaderTest {

    private final StorageSettingsReader reader = new StorageSettingsReader(Path.of("/karaf/careunit"), "node");

    @Test
    public void withoutAnythingItIsEmbedded() {
        StorageSettings settings = reader.read(Map.of(
                "service.pid", "careunit.storage", "osgi.ds.satisfying.condition.target", "(x=y)", "component.id", 7L));
        assertThat(settings.isEmbedded()).isTrue();
        assertThat(settings.directory()).isEqualTo(Path.of("/karaf/careunit/storage"));
        assertThat(settings.connections()).isEqualTo(16);
        assertThat(settings.workers()).isEqualTo(32);
    }

    @Test
    public void aServerIsReadWithItsUser() {
        StorageSettings settings = reader.read(Map.of(
                "url", " jdbc:postgresql://db/careunit\u00A0",
                "user", "careunit",
                ".password", "opensesame",
                "connections", "8",
                "workers", 4,
                "felix.fileinstall.filename", "file:/etc/careunit.storage.cfg"));
        assertThat(settings.server().orElseThrow().url())
                .isEqualTo("jdbc:postgresql://db/careunit?sslmode=verify-full");
        assertThat(settings.connections()).isEqualTo(8);
        assertThat(settings.toString()).doesNotContain("opensesame");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.org/x, true",
        "jdbc:postgresql://db.example.org/x?sslmode=verify-full, true",
        "jdbc:postgresql://db.example.org/x?sslmode=require, false",
        "jdbc:postgresql://db.example.org/x?sslmode=disable, false",
        "jdbc:postgresql://localhost/x?sslmode=disable, false",
        "jdbc:postgresql://127.0.0.1/x?sslmode=disable, true",
        "'jdbc:postgresql://127.0.0.1,db.example.org/x?sslmode=prefer', false",
        "jdbc:postgresql://127.0.0.1.example.org/x?sslmode=allow, false",
    })
    void tlsIsWeakenedToThisMachineAlone(String url, boolean allowed) {
        Map<String, Object> given = Map.of("url", url, "user", "careunit");
        if (allowed) {
            Server server = reader.read(given).server().orElseThrow();
            boolean here = url.contains("//127.0.0.1/");
            assertThat(Pools.postgres(server).getSslMode()).isEqualTo(here ? "disable" : "verify-full");
        } else {
            assertThatThrownBy(() -> reader.read(given))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("careunit.storage: url must not say sslmode");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            connections | many                     | connections must be a whole number from 2 to 200, not 'many'
            connections | 1                        | connections must be a whole number from 2 to 200, not '1'
            workers     | 0                        | workers must be a whole number from 1 to 200, not '0'
            url         | jdbc:mysql://db/careunit | url must begin with jdbc:postgresql:
            url         | jdbc:postgresql://db/x   | user is missing
            trustedCertificates | /dev/zero          | trustedCertificates must be a file that can be read
            conections  | 8                        | there is no key 'conections'; the keys are .password, connections
            """)
    public void anErrorNamesTheKeyAndWhatIsAllowed(String key, String value, String error) {
        Map<String, Object> given = new HashMap<>(Map.of(key, value));
        if (!error.startsWith("user")) {
            given.put("user", "careunit");
        }
        assertThatThrownBy(() -> reader.read(given))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("careunit.storage: ")
                .hasMessageContaining(error);
    }
}

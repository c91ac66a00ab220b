package org.careunit.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.Pseudonyms.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HmacPseudonymsTest {

    @TempDir
    Path directory;

    @Test
    void aPseudonymStaysTheSameAndTellsNothing() throws Exception {
        String first = pseudonym(Purpose.ADDRESS);
        assertThat(first).hasSize(64).isEqualTo(pseudonym(Purpose.ADDRESS)).doesNotContain("text");
        assertThat(pseudonym(Purpose.PERSON_NUMBER)).isNotEqualTo(first);
    }

    @Test
    void theSecretsAreForTheirOwnerAlone() throws Exception {
        pseudonym(Purpose.ADDRESS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rw-r-----"));
        assertRefused("chmod 600");
    }

    @Test
    void otherSecretsThanTheDatabasesAreRefused() throws Exception {
        pseudonym(Purpose.ADDRESS);
        Files.delete(secrets());
        new SecretFile(secrets()).complete(purpose -> false);
        assertRefused("is not the one this database was filled with");
    }

    @Test
    void aMissingFileIsNotMadeAnewForADatabaseThatHasOne() throws Exception {
        pseudonym(Purpose.ADDRESS);
        Files.delete(secrets());
        assertRefused("restore it from its backup");
        assertThat(secrets()).doesNotExist();
    }

    @Test
    void aDamagedFileIsRefusedByItsLine() throws Exception {
        pseudonym(Purpose.ADDRESS);
        Files.writeString(secrets(), "ADDRESS = ???\n");
        assertRefused("The line ADDRESS of");
    }

    private String pseudonym(Purpose purpose) throws SQLException {
        try (TestStore store = TestStore.embedded(directory)) {
            return store.pseudonyms().of(purpose, "text");
        }
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> pseudonym(Purpose.ADDRESS))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);
    }

    private Path secrets() {
        return directory.resolve("secrets");
    }
}

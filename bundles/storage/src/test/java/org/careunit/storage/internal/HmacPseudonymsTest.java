package org.careunit.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.AuditTrail.Row;
import org.careunit.storage.AuditTrail.Verdict.Intact;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.Scope;
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

    @Test
    void aSecretThatIsAddedIsUsedFromTheNextStartOnAndTheOlderOnesFindWhatWasStored() throws Exception {
        String before = pseudonym(Purpose.RESIDENT);
        try (TestStore store = TestStore.embedded(directory)) {
            store.audit().append(Scope.PLATFORM, new Row("staff:one", "read", "old", Optional.of("text")));
        }
        assertThat(SecretsRotateCommand.rotate(new SecretFile(secrets()), "resident"))
                .isNotNull();
        new SecretFile(secrets()).add(Purpose.AUDIT);
        try (TestStore store = TestStore.embedded(directory)) {
            String after = store.pseudonyms().of(Purpose.RESIDENT, "text");
            assertThat(after).isNotEqualTo(before);
            assertThat(store.pseudonyms().all(Purpose.RESIDENT, "text")).containsExactly(after, before);
            store.audit().append(Scope.PLATFORM, new Row("staff:one", "read", "new", Optional.of("text")));
            assertThat(store.audit().ofResident(Optional.empty(), "text")).hasSize(2);
            assertThat(store.audit().verify(Scope.PLATFORM, Optional.empty())).isInstanceOf(Intact.class);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets())))
                .isEqualTo("rw-------");
        Files.writeString(secrets(), Files.readString(secrets()).replaceAll("RESIDENT.2 = .*\n", ""));
        assertRefused("lacks RESIDENT.2");
    }

    @Test
    void aFileOfBeforeAPurposeCameIsExtendedOnceAndThenHeldTo() throws Exception {
        String address = pseudonym(Purpose.ADDRESS);
        String whole = Files.readString(secrets());
        String old = whole.replaceAll("AUDIT = .*\n", "");
        Files.writeString(secrets(), old);
        assertRefused("lacks AUDIT.1");
        try (Connection connection = Pools.h2(
                                "file:" + directory.resolve("careunit").toAbsolutePath())
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM secret_keys WHERE purpose = 'AUDIT'");
        }
        assertThat(pseudonym(Purpose.ADDRESS)).isEqualTo(address);
        assertThat(Files.readString(secrets())).startsWith(old).contains("AUDIT = ");
    }

    @Test
    void noSecretIsAddedForAPurposeThatIsNone() throws Exception {
        pseudonym(Purpose.ADDRESS);
        SecretFile file = new SecretFile(secrets());
        assertThatThrownBy(() -> SecretsRotateCommand.rotate(file, "door"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("address, person-number, resident, audit");
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

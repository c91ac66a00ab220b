package org.careunit.storage.internal.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Channel;
import org.careunit.storage.Approvals;
import org.careunit.storage.Namings;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Row;
import org.careunit.storage.audit.AuditTrail.Verification.Intact;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.internal.shell.SecretsRotateCommand;
import org.careunit.storage.messages.Suppressions.Suppression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class HmacPseudonymsTest {

    private static final StaffId STAFF = new StaffId("SE1111111111-ANNA");
    private static final StaffId OTHER = new StaffId("SE1111111111-BO");

    @TempDir
    Path directory;

    @Test
    public void aPseudonymStaysTheSameAndTellsNothing() throws Exception {
        String first = pseudonym(Purpose.ADDRESS);
        assertThat(first).hasSize(64).isEqualTo(pseudonym(Purpose.ADDRESS)).doesNotContain("text");
        assertThat(pseudonym(Purpose.PERSON_NUMBER)).isNotEqualTo(first);
    }

    @Test
    public void theSecretsAreForTheirOwnerAlone() throws Exception {
        pseudonym(Purpose.ADDRESS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rw-r-----"));
        assertRefused("chmod 600");
    }

    @Test
    public void otherSecretsThanTheDatabasesAreRefused() throws Exception {
        pseudonym(Purpose.ADDRESS);
        Files.delete(secrets());
        new SecretFile(secrets()).complete(purpose -> false);
        assertRefused("is not the one this database was filled with");
    }

    @Test
    public void aMissingFileIsNotMadeAnewForADatabaseThatHasOne() throws Exception {
        pseudonym(Purpose.ADDRESS);
        Files.delete(secrets());
        assertRefused("restore it from its backup");
        assertThat(secrets()).doesNotExist();
    }

    @Test
    public void aDamagedFileIsRefusedByItsLine() throws Exception {
        pseudonym(Purpose.ADDRESS);
        Files.writeString(secrets(), "ADDRESS = ???\n");
        assertRefused("The line ADDRESS of");
    }

    @Test
    public void aSecretThatIsAddedIsUsedFromTheNextStartOnAndTheOlderOnesFindWhatWasStored() throws Exception {
        String before = pseudonym(Purpose.RESIDENT);
        try (TestStore store = TestStore.embedded(directory)) {
            store.audit()
                    .append(
                            Scope.PLATFORM,
                            new Row("staff:one", "read", "old", Optional.of(new ResidentPseudonym("text"))));
        }
        assertThat(SecretsRotateCommand.rotate(new SecretFile(secrets()), "resident"))
                .isNotNull();
        new SecretFile(secrets()).add(Purpose.AUDIT);
        try (TestStore store = TestStore.embedded(directory)) {
            String after = store.pseudonyms().of(Purpose.RESIDENT, "text");
            assertThat(after).isNotEqualTo(before);
            assertThat(store.pseudonyms().all(Purpose.RESIDENT, "text")).containsExactly(after, before);
            store.audit()
                    .append(
                            Scope.PLATFORM,
                            new Row("staff:one", "read", "new", Optional.of(new ResidentPseudonym("text"))));
            assertThat(store.audit().ofResident(Optional.empty(), new ResidentPseudonym("text")))
                    .hasSize(2);
            assertThat(store.audit().verify(Scope.PLATFORM, Optional.empty())).isInstanceOf(Intact.class);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets())))
                .isEqualTo("rw-------");
        Files.writeString(secrets(), Files.readString(secrets()).replaceAll("RESIDENT.2 = .*\n", ""));
        assertRefused("lacks RESIDENT.2");
    }

    @Test
    public void eachHashIsCountedByItsSecretAndRewrittenWhenItIsMet() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            keep(store, STAFF);
            store.suppressions().add(held(store.pseudonyms().of(Purpose.ADDRESS, "text")));
            assertThat(uses(store)).contains("ADDRESS 1 true 1", "PERSON_NUMBER 1 true 1", "RESIDENT 1 true 2");
            // as a version that did not keep the number left it
            store.execute("UPDATE named_residents SET key_number = NULL");
        }
        List.of(Purpose.ADDRESS, Purpose.PERSON_NUMBER, Purpose.RESIDENT)
                .forEach(purpose -> new SecretFile(secrets()).add(purpose));
        try (TestStore store = TestStore.embedded(directory)) {
            assertThat(uses(store))
                    .contains(
                            "ADDRESS 1 false 1",
                            "ADDRESS 2 true 0",
                            "PERSON_NUMBER 1 false 1",
                            "RESIDENT unknown false 1",
                            "RESIDENT 1 false 1",
                            "RESIDENT 2 true 0");
            List<String> hashes = store.pseudonyms().all(Purpose.ADDRESS, "text");
            assertThat(store.suppressions().find(Channel.EMAIL, hashes)).contains(held(hashes.get(0)));
            assertThat(store.suppressions().find(Channel.EMAIL, hashes.subList(0, 1)))
                    .isPresent();
            assertThat(store.suppressions().find(Channel.EMAIL, hashes.subList(1, 2)))
                    .isEmpty();
            keep(store, OTHER);
            store.accounts().identify(STAFF, store.pseudonyms().of(Purpose.PERSON_NUMBER, "text"));
            assertThat(uses(store))
                    .contains(
                            "ADDRESS 1 false 0",
                            "ADDRESS 2 true 1",
                            "PERSON_NUMBER 1 false 0",
                            "PERSON_NUMBER 2 true 2",
                            "RESIDENT 2 true 2");
        }
    }

    private static void keep(TestStore store, StaffId staff) {
        HsaId unit = new HsaId(staff.value());
        ResidentHash resident =
                store.pseudonyms().ofResident(new ResidentPseudonym("text")).get(0);
        store.accounts().add(staff, Optional.of(store.pseudonyms().of(Purpose.PERSON_NUMBER, "text")), "operator:test");
        store.transactions().run(() -> store.approvals()
                .put(new Approvals.Entry(unit, resident, Optional.empty(), "operator:test", Instant.EPOCH)));
        store.namings()
                .add(new Namings.Entry(unit, new CaseTypeKey("boka-tid"), resident, "operator:test", Instant.EPOCH));
    }

    private static Suppression held(String address) {
        return new Suppression(Channel.EMAIL, address, "a***@example.org", "gone", Instant.EPOCH);
    }

    private static List<String> uses(TestStore store) {
        return store.node.secretUses().list().stream()
                .map(use -> use.purpose() + " "
                        + use.number().map(Object::toString).orElse("unknown") + " " + use.inUse() + " " + use.rows())
                .toList();
    }

    @Test
    public void aFileOfBeforeAPurposeCameIsExtendedOnceAndThenHeldTo() throws Exception {
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
        assertThat(Files.readAllLines(secrets()))
                .containsAll(old.lines().toList())
                .anyMatch(line -> line.startsWith("AUDIT = "));
    }

    @Test
    public void noSecretIsAddedForAPurposeThatIsNone() throws Exception {
        pseudonym(Purpose.ADDRESS);
        SecretFile file = new SecretFile(secrets());
        assertThatThrownBy(() -> SecretsRotateCommand.rotate(file, "door"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("address, person-number, resident, receipt-key, return, audit");
    }

    @Test
    void noTextIsHashedAsWhatSomethingElseIsSealedWith() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            String text = "Careunit's receipts are signed with a key whose public half reads x";
            assertThat(Stream.of(
                                    Purpose.ADDRESS,
                                    Purpose.PERSON_NUMBER,
                                    Purpose.RESIDENT,
                                    Purpose.RECEIPT_KEY,
                                    Purpose.RETURN)
                            .map(purpose -> store.pseudonyms().of(purpose, text)))
                    .doesNotHaveDuplicates();
            assertThatThrownBy(() -> store.pseudonyms().of(Purpose.AUDIT, text))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.pseudonyms().of(Purpose.RESIDENT, "x".repeat(4_001)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("4000");
        }
    }

    @Test
    void whatIsHashedBeginsWithWhatItIsFor() throws Exception {
        try (TestStore store = TestStore.embedded(directory)) {
            Properties lines = new Properties();
            try (InputStream in = Files.newInputStream(secrets())) {
                lines.load(in);
            }
            for (Purpose purpose : Purpose.values()) {
                if (purpose == Purpose.AUDIT) {
                    continue;
                }
                Mac bare = Mac.getInstance("HmacSHA256");
                bare.init(
                        new SecretKeySpec(Base64.getDecoder().decode(lines.getProperty(purpose.name())), "HmacSHA256"));
                assertThat(store.pseudonyms().of(purpose, "text"))
                        .as("%s", purpose)
                        .isNotEqualTo(HexFormat.of().formatHex(bare.doFinal("text".getBytes(StandardCharsets.UTF_8))));
            }
        }
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

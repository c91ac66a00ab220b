package org.careunit.storage.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Row;
import org.careunit.storage.audit.AuditTrail.Verification;
import org.careunit.storage.internal.node.TestStore;

/** Whatever a trail holds, whatever is done to one row of it is found. */
public class AuditTamperingTest {

    private static final List<String> CHANGES = List.of(
            "UPDATE audit_rows SET actor = actor || 'x'",
            "UPDATE audit_rows SET action = action || 'x'",
            "UPDATE audit_rows SET text = text || 'x'",
            "UPDATE audit_rows SET resident = CASE WHEN resident IS NULL THEN 'x' ELSE NULL END",
            "UPDATE audit_rows SET at = at + INTERVAL '1' SECOND",
            "UPDATE audit_rows SET trail_id = trail_id || 'x'",
            "UPDATE audit_rows SET number = number + 1000",
            "UPDATE audit_rows SET seal = '" + AuditSeals.NOTHING + "'",
            "DELETE FROM audit_rows");

    private static TestStore store;
    private static int trails;

    @BeforeContainer
    public static void open() throws SQLException, IOException {
        Path directory = Files.createDirectories(Path.of("target", "tampering"));
        store = TestStore.embedded(Files.createTempDirectory(directory, "store"));
    }

    @AfterContainer
    public static void close() {
        store.close();
    }

    @Property(tries = 150)
    public void aChangeToOneRowIsFound(
            @ForAll @Size(min = 1, max = 8) List<@StringLength(max = 30) String> texts,
            @ForAll @IntRange(max = 7) int place,
            @ForAll @IntRange(max = 8) int change) {
        Scope trail = written(texts);
        assertThat(store.audit().verify(trail, Optional.empty())).isInstanceOf(Verification.Intact.class);
        store.execute(CHANGES.get(change) + of(trail, 1 + place % texts.size()));
        assertThat(store.audit().verify(trail, Optional.empty()))
                .as(CHANGES.get(change))
                .isInstanceOf(Verification.Broken.class);
    }

    @Property(tries = 60)
    public void swappedRowsAreFound(
            @ForAll @Size(min = 2, max = 8) List<@StringLength(max = 30) String> texts,
            @ForAll @IntRange(max = 7) int place) {
        Scope trail = written(texts);
        int first = 1 + place % (texts.size() - 1);
        store.execute("UPDATE audit_rows SET number = 1000" + of(trail, first));
        store.execute("UPDATE audit_rows SET number = " + first + of(trail, first + 1));
        store.execute("UPDATE audit_rows SET number = " + (first + 1) + of(trail, 1000));
        assertThat(store.audit().verify(trail, Optional.empty())).isInstanceOf(Verification.Broken.class);
    }

    @Property(tries = 60)
    public void aTailThatIsCutOffIsFound(
            @ForAll @Size(min = 1, max = 8) List<@StringLength(max = 30) String> texts,
            @ForAll @IntRange(max = 7) int place) {
        Scope trail = written(texts);
        store.execute(
                "DELETE FROM audit_rows" + of(trail, 1 + place % texts.size()).replace("number =", "number >="));
        assertThat(store.audit().verify(trail, Optional.empty())).isInstanceOf(Verification.Broken.class);
    }

    private static Scope written(List<String> texts) {
        trails++;
        Scope trail = new Scope(Scope.Level.UNIT, "trail-" + trails);
        store.transactions()
                .run(() -> texts.forEach(text ->
                        store.audit().append(trail, new Row("staff:one", "settings.change", text, resident(text)))));
        return trail;
    }

    private static Optional<ResidentPseudonym> resident(String text) {
        return text.length() % 2 == 0 ? Optional.empty() : Optional.of(new ResidentPseudonym("r-" + text.length()));
    }

    private static String of(Scope trail, int number) {
        return " WHERE trail_id = '" + trail.id() + "' AND number = " + number;
    }
}

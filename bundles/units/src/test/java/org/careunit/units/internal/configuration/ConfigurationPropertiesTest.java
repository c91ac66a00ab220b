package org.careunit.units.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.units.internal.configuration.PartsOnStore.ALL;
import static org.careunit.units.internal.configuration.PartsOnStore.OPERATOR;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.configuration.ConfigurationChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsPoint;
import org.careunit.storage.internal.node.TestStore;

/** What holds of whatever is written, with all real parts; the schema is read by somebody else's library. */
class ConfigurationPropertiesTest {

    private static final HsaId A = new HsaId("SE1111111111-UNIT1");
    private static final HsaId B = new HsaId("SE1111111111-UNIT2");
    private static final List<CaseTypeKey> TYPES =
            List.of(new CaseTypeKey("boka-tid"), new CaseTypeKey("fornya-recept"));

    private static TestStore store;
    private static PartsOnStore parts;
    private static JsonSchema schema;
    private static List<RandomDocuments.Type> types;

    @BeforeContainer
    static void openStore() throws IOException, SQLException {
        store = TestStore.embedded(Files.createTempDirectory(Path.of("target"), "properties"));
        parts = new PartsOnStore(store, List.of(A, B));
        List.of(A, B).forEach(unit -> assertThat(parts.choices.create(OPERATOR, unit, "Eget", TypeSettings.NONE))
                .returns(RandomDocuments.OWN, TypeAtUnit::key));
        schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(parts.configurations.schema());
        types = TYPES.stream().map(ConfigurationPropertiesTest::inherited).toList();
    }

    /** A placeholder is a word of capital X, which no other point of the shipped terms has. */
    private static RandomDocuments.Type inherited(CaseTypeKey type) {
        Map<Boolean, List<String>> ids =
                parts.terms.draft(OPERATOR, A, type).content().text().orElseThrow().points().stream()
                        .collect(Collectors.partitioningBy(
                                point -> point.text().contains("X"),
                                Collectors.mapping(TermsPoint::id, Collectors.toList())));
        return new RandomDocuments.Type(type.value(), ids.get(true), ids.get(false));
    }

    @AfterContainer
    static void closeStore() {
        store.close();
    }

    @Provide
    Arbitrary<String> documents() {
        return RandomDocuments.of(types, true);
    }

    @Property
    void whatIsExportedSaysTheSameWhereverItIsImported(@ForAll("documents") String document) {
        apply(A, document);
        String exported = export(A);
        assertThat(schema.validate(exported, InputFormat.JSON)).isEmpty();
        assertThat(apply(A, document).differences()).isEmpty();
        assertThat(apply(A, exported).differences()).isEmpty();
        parts.configurations.copy(OPERATOR, A, List.of(B), ALL);
        assertThat(export(B)).isEqualTo(exported);
        assertThat(export(A)).isEqualTo(exported);
    }

    @Property
    void whatIsTakenBackIsAsItWas(@ForAll("documents") String first, @ForAll("documents") String second) {
        apply(A, first);
        String before = export(A);
        ConfigurationChange change = apply(A, second);
        String after = export(A);
        change.changeSet().ifPresent(set -> {
            var undone = parts.configurations.undo(OPERATOR, set);
            assertThat(undone.conflicts()).isEmpty();
            assertThat(export(A)).isEqualTo(before);
            parts.configurations.undo(OPERATOR, undone.changeSet());
        });
        assertThat(export(A)).isEqualTo(after);
    }

    @Property(tries = 150)
    void theSchemaRefusesWhatTheImportRefusesAndNothingElse(@ForAll("broken") String document) {
        boolean valid = schema.validate(document, InputFormat.JSON).isEmpty();
        Optional<String> refusal = refused(document);
        assertThat(refusal.isPresent()).as("%s %s", refusal, document).isEqualTo(!valid);
    }

    /** A document in which one value is another, is gone, or stands beside one that nobody knows. */
    @Provide
    Arbitrary<String> broken() {
        Arbitrary<JsonValue> others = Arbitraries.of(
                JsonValue.TRUE,
                JsonValue.EMPTY_JSON_OBJECT,
                Json.createValue(-1),
                Json.createValue(1_000_000),
                Json.createValue(1.5),
                Json.createValue(""),
                Json.createArrayBuilder().add(JsonValue.NULL).build());
        return Combinators.combine(
                        RandomDocuments.of(types, false),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.of(Break.values()),
                        others)
                .as(ConfigurationPropertiesTest::broken);
    }

    private enum Break {
        REPLACE,
        REMOVE,
        ADD
    }

    private static String broken(String document, int where, Break how, JsonValue other) {
        JsonObject whole = Json.createReader(new StringReader(document)).readObject();
        List<String> places = new ArrayList<>();
        collect("", whole, how == Break.ADD, places);
        String place = places.get(where % places.size());
        JsonPatchBuilder patch = Json.createPatchBuilder();
        switch (how) {
            case REPLACE -> patch.replace(place, other);
            case REMOVE -> patch.remove(place);
            case ADD -> patch.add(place + "/Unknown", JsonValue.TRUE);
        }
        return patch.build().apply(whole).toString();
    }

    /**
     * The places of all values below, or of all objects; not those of the points without which the terms have no
     * placeholder.
     */
    private static void collect(String path, JsonValue value, boolean objects, List<String> places) {
        if (objects ? value instanceof JsonObject : !path.isEmpty()) {
            places.add(path);
        }
        if (value instanceof JsonObject object) {
            object.forEach((key, below) -> collect(path + "/" + key, below, objects, places));
        } else if (value instanceof JsonArray array) {
            for (int place = 0; !path.endsWith("/without") && place < array.size(); place++) {
                collect(path + "/" + place, array.get(place), objects, places);
            }
        }
    }

    private static Optional<String> refused(String document) {
        try {
            parts.configurations.dryRun(OPERATOR, List.of(A), document, ALL);
            return Optional.empty();
        } catch (RefusedException refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    private static ConfigurationChange apply(HsaId unit, String document) {
        return parts.configurations.apply(OPERATOR, List.of(unit), document, ALL);
    }

    private static String export(HsaId unit) {
        return parts.configurations.export(OPERATOR, unit);
    }
}

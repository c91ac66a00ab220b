package org.careunit.casetypes.internal.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.failure.RefusedException;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;
import org.careunit.operations.files.BoundedFile;
import org.careunit.operations.files.ShippedText;
import org.careunit.storage.json.RecordJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the initial case types of every region: from the operator's file if it is valid, else from the shipped one. */
public final class DefaultCaseTypes {

    public static final String FILE = "case-types.json";

    private static final Logger LOG = LoggerFactory.getLogger(DefaultCaseTypes.class);

    private DefaultCaseTypes() {}

    /**
     * Result of reading.
     *
     * @param refusal why the operator's file was rejected; empty if there is none or it is in use
     */
    public record Loaded(List<CentralType> types, Optional<String> refusal) {}

    /** @param folder where an operator's {@value #FILE} would be */
    public static Loaded load(Path folder, RecordJson json) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try {
                return new Loaded(read(BoundedFile.text(file, BoundedFile.USUAL), json), Optional.empty());
            } catch (RefusedException | IOException wrong) {
                LOG.warn("{} is not used, and the shipped case types are taken: mend it and start again", file, wrong);
                return new Loaded(shipped(json), Optional.of(file + " is not used: " + wrong.getMessage()));
            }
        }
        return new Loaded(shipped(json), Optional.empty());
    }

    private static List<CentralType> shipped(RecordJson json) {
        return read(ShippedText.of(DefaultCaseTypes.class, FILE), json);
    }

    private static List<CentralType> read(String text, RecordJson json) {
        List<CentralType> types = json.parseList(CentralType.class, text);
        if (types.stream().map(CentralType::key).distinct().count() != types.size()) {
            throw CaseTypeProblem.TWICE.refused();
        }
        return types;
    }
}

package org.careunit.casetypes.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.json.RecordJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The case types that every region begins with: the operator's file where there is a right one, else those we ship. */
final class DefaultSet {

    static final String FILE = "case-types.json";

    private static final Logger LOG = LoggerFactory.getLogger(DefaultSet.class);

    private DefaultSet() {}

    /**
     * What was read.
     *
     * @param refusal why the operator's file was not taken; empty if there is none or it was
     */
    record Loaded(List<CentralType> types, Optional<String> refusal) {}

    /** @param folder where an operator's {@value #FILE} would be */
    static Loaded load(Path folder, RecordJson json) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try {
                return new Loaded(read(Files.readString(file), json), Optional.empty());
            } catch (RefusedException | IOException wrong) {
                LOG.warn("{} is not used, and the shipped case types are taken: mend it and start again", file, wrong);
                return new Loaded(shipped(json), Optional.of(file + " is not used: " + wrong.getMessage()));
            }
        }
        return new Loaded(shipped(json), Optional.empty());
    }

    private static List<CentralType> shipped(RecordJson json) {
        try (InputStream file = DefaultSet.class.getResourceAsStream(FILE)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8), json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<CentralType> read(String text, RecordJson json) {
        List<CentralType> types = json.parseList(CentralType.class, text);
        if (types.stream().map(CentralType::key).distinct().count() != types.size()) {
            throw new RefusedException("The whole: a key stands there twice; write each once");
        }
        return types;
    }
}

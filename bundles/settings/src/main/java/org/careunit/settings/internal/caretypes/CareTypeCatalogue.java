package org.careunit.settings.internal.caretypes;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.settings.CareTypes;
import org.careunit.operations.files.BoundedFile;
import org.careunit.operations.files.ShippedText;
import org.careunit.settings.internal.problems.SettingsProblem;

/** The list of care types, in the order of its file. Immutable and safe for use by many threads. */
public final class CareTypeCatalogue {

    /** File name of an operator's own catalogue, in Careunit's folder. */
    public static final String FILE = "care-types.csv";

    private final Map<String, CareType> types = new LinkedHashMap<>();
    private final Optional<String> refusal;

    private CareTypeCatalogue(List<CareType> types, Optional<String> refusal) {
        types.forEach(type -> this.types.put(type.key(), type));
        this.refusal = refusal;
    }

    /**
     * Loads the operator's catalogue, or the shipped one if there is none or it is invalid; {@link #refusal} says why.
     *
     * @param folder where an operator's {@value #FILE} would be
     */
    public static CareTypeCatalogue load(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return shipped(Optional.empty());
        }
        try {
            return new CareTypeCatalogue(
                    CareTypeFile.read(
                            BoundedFile.text(file, BoundedFile.USUAL).lines().toList()),
                    Optional.empty());
        } catch (RefusedException wrong) {
            return shipped(Optional.of(FILE + ", " + wrong.getMessage()));
        } catch (CharacterCodingException wrong) {
            return shipped(Optional.of(FILE + ": it is not UTF-8; save it as UTF-8"));
        } catch (IOException unreadable) {
            return shipped(Optional.of(FILE + ": it cannot be read: " + unreadable.getMessage()));
        }
    }

    /** Why the operator's catalogue was rejected; empty if it is in use, or there is none. */
    public Optional<String> refusal() {
        return refusal;
    }

    public List<CareType> all() {
        return List.copyOf(types.values());
    }

    public Optional<CareType> find(String key) {
        return Optional.ofNullable(types.get(key));
    }

    /** The keys of the care types that a unit with these business codes offers, by the directory. */
    public Set<String> keysOf(Collection<String> businessCodes) {
        return types.values().stream()
                .filter(type -> type.businessCodes().stream().anyMatch(businessCodes::contains))
                .map(CareType::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws RefusedException if the section names a care type that there is not */
    public void requireKnown(CareTypes section) {
        Problems problems = new Problems();
        section.keys().stream()
                .filter(key -> !types.containsKey(key))
                .forEach(key ->
                        problems.add(SettingsProblem.NO_CARE_TYPE.at("keys", key, String.join(", ", types.keySet()))));
        problems.refuse();
    }

    private static CareTypeCatalogue shipped(Optional<String> refusal) {
        return new CareTypeCatalogue(
                CareTypeFile.read(
                        ShippedText.of(CareTypeCatalogue.class, FILE).lines().toList()),
                refusal);
    }
}

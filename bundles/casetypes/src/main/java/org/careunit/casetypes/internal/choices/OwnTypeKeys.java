package org.careunit.casetypes.internal.choices;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;

/** Creates keys for units' own types, and limits their number. */
public final class OwnTypeKeys {

    /** Of the 40 characters of a key; what is left is for a number. */
    private static final int LONGEST = 36;

    private OwnTypeKeys() {}

    /**
     * A key that none has, made of a name.
     *
     * @param taken those that the unit has or had
     */
    public static CaseTypeKey key(String name, Set<CaseTypeKey> taken) {
        String base = CaseTypeKey.LOCAL + (letters(name).isEmpty() ? "typ" : letters(name));
        String stem = ended(base.substring(0, Math.min(base.length(), LONGEST)));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> new CaseTypeKey(number == 1 ? stem : stem + "-" + number))
                .filter(key -> !taken.contains(key))
                .findFirst()
                .orElseThrow();
    }

    /** Small letters, digits and single hyphens between them; å, ä and ö lose what is above them. */
    private static String letters(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        return ended(plain.startsWith("-") ? plain.substring(1) : plain);
    }

    private static String ended(String key) {
        return key.endsWith("-") ? key.substring(0, key.length() - 1) : key;
    }

    /** @throws RefusedException if the unit has as many as it may */
    public static void requireRoom(UnitTypes unit) {
        refuseMore(unit, UnitChoice.MOST_OWN - 1);
    }

    /** @throws RefusedException if the unit has more than it may */
    public static void requireNotTooMany(UnitTypes unit) {
        refuseMore(unit, UnitChoice.MOST_OWN);
    }

    private static void refuseMore(UnitTypes unit, int most) {
        if (unit.own().size() > most) {
            throw CaseTypeProblem.TOO_MANY_OWN.refused(unit.unit().id(), UnitChoice.MOST_OWN);
        }
    }

    /** @throws RefusedException if the type is not the unit's own */
    public static void requireOwn(CaseTypeKey type) {
        if (!type.isLocal()) {
            throw CaseTypeProblem.IS_REGIONS.refused(type);
        }
    }

    /** @throws RefusedException if an own type has no name, or another has one; the message names the path */
    public static void requireName(CaseTypeKey type, UnitChoice choice) {
        if (type.isLocal() && choice.name().isEmpty()) {
            throw CaseTypeProblem.NAME_MISSING.refusedAt("/name");
        }
        if (!type.isLocal() && choice.name().isPresent()) {
            throw CaseTypeProblem.NAME_OF_REGION.refusedAt("/name");
        }
    }
}

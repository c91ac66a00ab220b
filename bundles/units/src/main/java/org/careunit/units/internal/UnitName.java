package org.careunit.units.internal;

import org.careunit.api.identity.PastedText;
import org.careunit.units.internal.problems.UnitProblem;

/** Validates the names of units. */
final class UnitName {

    private static final int LONGEST = 120;

    private UnitName() {}

    /** Checks a name; without blanks around it and signs that nobody sees. */
    static String checked(String pasted) {
        String name = read(pasted);
        if (name.isEmpty() || name.length() > LONGEST || name.codePoints().anyMatch(UnitName::isNoText)) {
            throw UnitProblem.NAME.refused(LONGEST, name.length());
        }
        return name;
    }

    /** A name as it would be kept. */
    static String read(String pasted) {
        return PastedText.trimmed(pasted);
    }

    private static boolean isNoText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}

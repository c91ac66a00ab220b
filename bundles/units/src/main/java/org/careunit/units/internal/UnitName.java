package org.careunit.units.internal;

import org.careunit.units.internal.problems.UnitProblem;

/** Validates the names of units. */
final class UnitName {

    private static final int LONGEST = 120;

    private UnitName() {}

    /** Checks a name and strips blanks around it. */
    static String checked(String pasted) {
        String name = pasted.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.codePoints().anyMatch(UnitName::isNoText)) {
            throw UnitProblem.NAME.refused(LONGEST, name.length());
        }
        return name;
    }

    private static boolean isNoText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}

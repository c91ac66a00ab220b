package org.careunit.archive.internal.packages;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Creates safe names of files and folders inside a package: ASCII letters, digits, dot, underscore and hyphen behind a
 * number, so that none leads out of its folder, is a device's name somewhere, is too long, or is there twice, on file
 * systems that ignore case neither.
 */
final class SafeNames {

    private static final int LONGEST = 60;
    private static final int LONGEST_ENDING = 10;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]+");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-][A-Za-z0-9_-]*[A-Za-z0-9-]");
    private static final Pattern ENDING = Pattern.compile("[A-Za-z0-9]{1," + LONGEST_ENDING + "}");

    private SafeNames() {}

    /** The folder of the n-th case of a package. */
    static String folder(long number, String caseId) {
        return numbered(number, 7) + "-" + shortened(cleaned(caseId));
    }

    /** The n-th attachment of a case. */
    static String attachment(int number, String ownName) {
        int dot = ownName.lastIndexOf('.');
        String ending = ownName.substring(dot + 1);
        boolean keepsEnding = dot >= 0 && ENDING.matcher(ending).matches();
        String stem = shortened(cleaned(keepsEnding ? ownName.substring(0, dot) : ownName));
        return numbered(number, 4) + "-" + stem + (keepsEnding ? "." + ending : "");
    }

    private static String numbered(long number, int digits) {
        String written = Long.toString(number);
        return "0".repeat(Math.max(0, digits - written.length())) + written;
    }

    private static String cleaned(String name) {
        String first = name.length() <= 1_000 ? name : name.substring(0, 1_000);
        if (SAFE.matcher(first).matches()) {
            return first;
        }
        String plain = Normalizer.normalize(first, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String safe = UNSAFE.matcher(plain).replaceAll("_").replaceAll("^_+|_+$", "");
        return safe.isEmpty() ? "file" : safe;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}

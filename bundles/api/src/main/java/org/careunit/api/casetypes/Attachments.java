package org.careunit.api.casetypes;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/**
 * Attachments that residents may add to a case.
 *
 * @param formats which files; never null, empty for none at all
 * @param most how many files, 0 to {@value #MOST}; 0 exactly if there are no formats
 * @param megabytes how large a file may be, 1 to {@value #LARGEST} MB of a million bytes each; 0 exactly if there are
 *     no formats
 */
public record Attachments(Set<Format> formats, int most, int megabytes) {

    public static final int MOST = 20;
    public static final int LARGEST = 50;

    /** No attachments. */
    public static final Attachments NONE = new Attachments(Set.of(), 0, 0);

    /** The files that the platform takes. */
    public enum Format {
        PDF,
        GIF,
        JPEG,
        PNG
    }

    /** @throws RefusedException if a limit is out of its range */
    public Attachments {
        if (formats == null) {
            throw ValueProblem.CASE_TYPE_FORMATS.refusedAt("formats");
        }
        Problems problems = new Problems();
        EnumSet<Format> ordered = EnumSet.noneOf(Format.class);
        ordered.addAll(formats);
        formats = Collections.unmodifiableSet(ordered);
        int least = formats.isEmpty() ? 0 : 1;
        Limits.isBetween(problems, "most", most, least, least * MOST);
        Limits.isBetween(problems, "megabytes", megabytes, least, least * LARGEST);
        problems.refuse();
    }
}

package org.careunit.directory.internal.shell;

import com.unboundid.ldap.sdk.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.careunit.directory.internal.entries.AttributeNames;

/**
 * A finding of the directory's check.
 *
 * @param what it is about, such as {@code staff: mobile}
 * @param found what the directory has
 * @param advice what to configure; empty for nothing
 * @param isToFix whether nothing works without that
 */
public record DirectoryFinding(String what, String found, String advice, boolean isToFix) {

    private static final int SHOWN = 12;

    /** How many entries a filter matches. */
    public static DirectoryFinding entries(String kind, int count, String filterKey, Set<String> classes) {
        if (count > 0) {
            return new DirectoryFinding(kind, count + (count == 1 ? " entry" : " entries") + " in a sample", "", false);
        }
        List<String> proposals = SimilarNames.classes(kind, classes);
        return new DirectoryFinding(
                kind,
                "none: '" + filterKey + "' matches nothing below 'baseDn'",
                "object classes there: "
                        + String.join(
                                ", ",
                                (proposals.isEmpty() ? classes.stream().toList() : proposals)
                                        .stream().limit(SHOWN).toList()),
                true);
    }

    /** Which of our attributes have values there, which have none, and what the directory may call those. */
    public static List<DirectoryFinding> attributes(
            String kind, List<String> ours, AttributeNames names, Set<String> theirs) {
        Set<String> unused = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        unused.addAll(theirs);
        ours.forEach(name -> unused.remove(Attribute.getBaseName(names.there(name))));
        List<DirectoryFinding> findings = new ArrayList<>();
        for (String name : ours) {
            String there = names.there(name);
            boolean has = theirs.contains(Attribute.getBaseName(there));
            List<String> proposals = has ? List.of() : SimilarNames.attributes(name, unused);
            findings.add(new DirectoryFinding(
                    kind + ": " + (there.equals(name) ? name : name + " (" + there + ")"),
                    has ? "has values" : "nobody has it",
                    proposals.isEmpty() ? "" : "perhaps attributes = " + name + "=" + proposals.get(0),
                    !has && name.equals(AttributeNames.ID)));
        }
        return findings;
    }

    public String sentence() {
        return what + ": " + found + (advice.isEmpty() ? "" : "; " + advice);
    }
}

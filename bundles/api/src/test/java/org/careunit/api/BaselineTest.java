package org.careunit.api;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.Baseline.Info;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares the API with the jar of the recorded release by bnd's own rules. What breaks host modules fails the build.
 * What only adds to a package needs a higher version of that package once the recorded release is an earlier one than
 * this; until then, additions are free. {@link RecordedApi} says how to record.
 */
class BaselineTest {

    @Test
    void nothingBreaksWhatWasCompiledAgainstTheRecordedRelease() throws Exception {
        if (RecordedApi.isToBeRecorded()) {
            record();
        }
        try (Processor processor = new Processor();
                Jar now = new Jar(RecordedApi.CLASSES.toFile());
                Jar recorded = new Jar(RecordedApi.JAR.toFile())) {
            Set<Info> packages =
                    new Baseline(processor, new DiffPluginImpl()).baseline(now, recorded, new Instructions("*"));
            assertThat(packages).hasSizeGreaterThan(20);
            boolean isInTheMaking = bundleVersion(now).equals(bundleVersion(recorded));
            Set<String> broken = new TreeSet<>();
            for (Info info : packages) {
                boolean breaks =
                        info.packageDiff.getDelta() == Delta.MAJOR || info.packageDiff.getDelta() == Delta.REMOVED;
                if (isInTheMaking ? breaks : info.mismatch) {
                    broken.addAll(changes(info.packageDiff));
                }
            }
            assertThat(broken).as(RecordedApi.ADVICE).isEmpty();
        }
    }

    private static String bundleVersion(Jar jar) throws Exception {
        return jar.getManifest().getMainAttributes().getValue("Bundle-Version");
    }

    /** The innermost changes, each with the way to it. */
    private static List<String> changes(Diff diff) {
        List<String> changes = new ArrayList<>();
        for (Diff child : diff.getChildren()) {
            if (child.getDelta() != Delta.UNCHANGED && child.getDelta() != Delta.IGNORED) {
                changes(child).forEach(change -> changes.add(diff.getName() + " > " + change));
            }
        }
        return changes.isEmpty() ? List.of(diff.getDelta() + " " + diff.getName()) : changes;
    }

    /** The classes and their manifest; nothing else of the bundle says what hosts compile against. */
    private static void record() throws Exception {
        Files.createDirectories(RecordedApi.JAR.getParent());
        try (Jar now = new Jar(RecordedApi.CLASSES.toFile())) {
            Set.copyOf(now.getResources().keySet()).stream()
                    .filter(name -> !name.startsWith("org/careunit/api/") && !name.equals("META-INF/MANIFEST.MF"))
                    .forEach(now::remove);
            now.setReproducible("true");
            now.write(RecordedApi.JAR.toFile());
        }
    }
}

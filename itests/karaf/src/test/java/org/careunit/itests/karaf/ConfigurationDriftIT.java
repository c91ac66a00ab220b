package org.careunit.itests.karaf;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.careunit.itests.host.Build;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the shipped {@code .cfg} files say is what the code reads: each key of either stands in the other. */
class ConfigurationDriftIT {

    private static final Pattern CONFIGURATION = Pattern.compile(".*-(careunit\\.[a-z.]+)\\.cfg");
    private static final Pattern BUNDLE = Pattern.compile(".*/org/careunit/.*\\.jar");

    /** A key that is set, or shown commented out. */
    private static final Pattern KEY = Pattern.compile("^(?:# )?([.\\w]+) =", Pattern.MULTILINE);

    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `([.\\w]+)` \\|", Pattern.MULTILINE);

    private final Map<String, Set<String>> written = new TreeMap<>();
    private final Map<String, Set<String>> read = new TreeMap<>();

    @Test
    void everyKeyIsInBoth() throws Exception {
        try (var archive = new JarFile(Build.ARCHIVE.toFile())) {
            for (var entry : archive.stream().toList()) {
                collect(entry.getName(), archive, entry);
            }
        }

        assertThat(written).isNotEmpty().isEqualTo(read);
        assertThat(documented())
                .isEqualTo(written.values().stream().flatMap(Set::stream).collect(toCollection(TreeSet::new)));
    }

    /** The keys in the first column of the tables in the operators' manual. */
    private static Set<String> documented() throws IOException {
        var readme = Files.readString(Build.MANUAL);
        var section = readme.substring(readme.indexOf("## Configuration"), readme.indexOf("## What the log says"));
        return DOCUMENTED.matcher(section).results().map(row -> row.group(1)).collect(toCollection(TreeSet::new));
    }

    private void collect(String name, JarFile archive, JarEntry entry) throws Exception {
        var configuration = CONFIGURATION.matcher(name);
        try (var content = archive.getInputStream(entry)) {
            if (configuration.matches()) {
                written.put(configuration.group(1), keys(content));
            } else if (BUNDLE.matcher(name).matches()) {
                collectMetatypes(new JarInputStream(content));
            }
        }
    }

    private static Set<String> keys(InputStream configuration) throws IOException {
        var text = new String(configuration.readAllBytes(), StandardCharsets.UTF_8);
        return KEY.matcher(text).results().map(match -> match.group(1)).collect(toCollection(TreeSet::new));
    }

    private void collectMetatypes(JarInputStream bundle) throws Exception {
        for (var entry = bundle.getNextJarEntry(); entry != null; entry = bundle.getNextJarEntry()) {
            if (entry.getName().startsWith("OSGI-INF/metatype/")
                    && entry.getName().endsWith(".xml")) {
                var metatype = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(bundle.readAllBytes()))
                        .getDocumentElement();
                var pids = attributes(metatype, "Designate", "pid");
                pids.addAll(attributes(metatype, "Designate", "factoryPid"));
                pids.removeIf(String::isEmpty);
                pids.forEach(pid -> read.put(pid, attributes(metatype, "AD", "id")));
            }
        }
    }

    private static Set<String> attributes(Element metatype, String tag, String attribute) {
        var values = new TreeSet<String>();
        var elements = metatype.getElementsByTagName(tag);
        for (var i = 0; i < elements.getLength(); i++) {
            values.add(((Element) elements.item(i)).getAttribute(attribute));
        }
        return values;
    }
}

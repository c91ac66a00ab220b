package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The bill of materials is made of what the poms declare, so each jar that is nested in a bundle is declared in its
 * pom, outside of tests, with the version that the jar itself says.
 */
class BillOfMaterialsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
    private static final Map<Path, Element> POMS = new HashMap<>();
    private static final List<String> VERSIONS = List.of("Implementation-Version", "Bundle-Version");

    /** A jar in a bundle. */
    private record Nested(Path bundle, String artifact, Path jar) {}

    /** A library as a pom declares it. */
    private record Declared(String group, String artifact, String version) {

        String packageUrl() {
            return "pkg:maven/" + group + "/" + artifact + "@" + version;
        }
    }

    @Test
    void everyNestedJarIsDeclaredWithTheVersionThatItIs() throws Exception {
        List<Nested> nested = nested();
        assertThat(nested).extracting(Nested::artifact).contains("commons-lang3", "camel-api", "jsoup", "sshd-core");
        for (Nested one : nested) {
            String version = declared(one).version();
            assertThat(versions(one.jar()))
                    .as("%s in %s, declared as %s", one.artifact(), one.bundle().getFileName(), version)
                    .anyMatch(said -> said.equals(version) || said.startsWith(version + "."));
        }
    }

    /** Set by the profile that writes the bill before anything else is built. */
    @Test
    @EnabledIfSystemProperty(
            named = "careunit.bom",
            matches = "true",
            disabledReason = "mvn -Prelease writes the bill of materials")
    void theBillNamesEveryNestedJarWithItsVersion() throws Exception {
        String bill = Files.readString(ROOT.resolve("target/bom.json"));
        for (Nested one : nested()) {
            assertThat(bill).contains("\"" + declared(one).packageUrl());
        }
    }

    private static List<Nested> nested() throws IOException {
        List<Nested> nested = new ArrayList<>();
        for (Path bundle : entries(ROOT.resolve("bundles"))) {
            Path libraries = bundle.resolve("target/classes/lib");
            for (Path jar : Files.isDirectory(libraries) ? entries(libraries) : List.<Path>of()) {
                String name = jar.getFileName().toString();
                nested.add(new Nested(bundle, name.substring(0, name.length() - ".jar".length()), jar));
            }
        }
        return nested;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** By the pom of the bundle, and by that of the whole for what the bundle leaves to it. */
    private static Declared declared(Nested nested) throws Exception {
        Element whole = pom(ROOT.resolve("pom.xml"));
        List<Element> own = dependencies(pom(nested.bundle().resolve("pom.xml")));
        Element here = own.stream()
                .filter(one -> text(one, "artifactId").equals(Optional.of(nested.artifact())))
                .filter(one -> !text(one, "scope").equals(Optional.of("test")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(nested + " is not declared in the pom of its bundle"));
        String group = text(here, "groupId").orElseThrow();
        Optional<String> version = text(here, "version")
                .or(() -> dependencies(whole).stream()
                        .filter(one -> text(one, "artifactId").equals(Optional.of(nested.artifact())))
                        .filter(one -> text(one, "groupId").equals(Optional.of(group)))
                        .findFirst()
                        .flatMap(one -> text(one, "version")));
        return new Declared(group, nested.artifact(), resolved(version.orElseThrow(), whole));
    }

    private static String resolved(String version, Element whole) {
        Matcher property = PROPERTY.matcher(version);
        return property.matches()
                ? text(child(whole, "properties").orElseThrow(), property.group(1))
                        .orElseThrow()
                : version;
    }

    /** What a jar says of itself: the version that Maven wrote into it, else those of its manifest. */
    private static List<String> versions(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> versions = new ArrayList<>();
            for (JarEntry entry :
                    jar.stream().filter(one -> POM.matcher(one.getName()).matches()).toList()) {
                Properties pom = new Properties();
                try (InputStream in = jar.getInputStream(entry)) {
                    pom.load(in);
                }
                versions.add(pom.getProperty("version"));
            }
            Manifest manifest = jar.getManifest();
            VERSIONS.forEach(name -> Optional.ofNullable(manifest.getMainAttributes().getValue(name))
                    .ifPresent(versions::add));
            return versions;
        }
    }

    private static Element pom(Path file) throws ParserConfigurationException, IOException, SAXException {
        Element known = POMS.get(file);
        if (known == null) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            known = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            POMS.put(file, known);
        }
        return known;
    }

    private static List<Element> dependencies(Element project) {
        Optional<Element> managed = child(project, "dependencyManagement");
        return child(managed.orElse(project), "dependencies")
                .map(BillOfMaterialsTest::children)
                .orElse(List.of());
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(element -> element.getTextContent().strip());
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).stream()
                .filter(one -> one.getTagName().equals(name))
                .findFirst();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}

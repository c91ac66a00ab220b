package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
 * The bill of materials is made of what the poms declare: each jar that is nested in a bundle has a version there, and
 * is what it says; and the bill, where this build has written one, names them all.
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
        Optional<Element> own = dependencies(pom(nested.bundle().resolve("pom.xml"))).stream()
                .filter(one -> isOf(one, nested.artifact()))
                .filter(one -> !text(one, "scope").equals(Optional.of("test")))
                .findFirst();
        Optional<Element> managed = dependencies(whole).stream()
                .filter(one -> isOf(one, nested.artifact()))
                .findFirst();
        String version = own.flatMap(one -> text(one, "version"))
                .or(() -> managed.flatMap(one -> text(one, "version")))
                .or(() -> broughtAlong(nested))
                .orElseThrow(() -> new AssertionError(nested + " has a version nowhere"));
        String group = own.or(() -> managed)
                .flatMap(one -> text(one, "groupId"))
                .orElseGet(() -> saidBy(nested.jar(), "groupId").get(0));
        return new Declared(group, nested.artifact(), resolved(version, whole));
    }

    private static boolean isOf(Element dependency, String artifact) {
        return text(dependency, "artifactId").equals(Optional.of(artifact));
    }

    /** The version of what another dependency brings along: the bundle's instructions for bnd name it. */
    private static Optional<String> broughtAlong(Nested nested) {
        Pattern line = Pattern.compile("=" + Pattern.quote(nested.artifact()) + "-(\\$\\{[^}]+})\\.jar");
        try {
            Matcher found = line.matcher(Files.readString(nested.bundle().resolve("bnd.bnd")));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String resolved(String version, Element whole) {
        Matcher property = PROPERTY.matcher(version);
        return property.matches()
                ? text(child(whole, "properties").orElseThrow(), property.group(1))
                        .orElseThrow()
                : version;
    }

    /** What a jar says of its version: what Maven wrote into it, and its manifest. */
    private static List<String> versions(Path file) throws IOException {
        List<String> versions = new ArrayList<>(saidBy(file, "version"));
        try (JarFile jar = new JarFile(file.toFile())) {
            VERSIONS.forEach(name -> Optional.ofNullable(
                            jarManifest(jar).getMainAttributes().getValue(name))
                    .ifPresent(versions::add));
        }
        return versions;
    }

    private static Manifest jarManifest(JarFile jar) {
        try {
            return jar.getManifest();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> saidBy(Path file, String key) {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> said = new ArrayList<>();
            for (JarEntry entry : jar.stream()
                    .filter(one -> POM.matcher(one.getName()).matches())
                    .toList()) {
                Properties pom = new Properties();
                try (InputStream in = jar.getInputStream(entry)) {
                    pom.load(in);
                }
                said.add(pom.getProperty(key));
            }
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
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

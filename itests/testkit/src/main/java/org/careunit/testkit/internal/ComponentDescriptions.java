package org.careunit.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.careunit.testkit.internal.ComponentDescription.Reference;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the component descriptions of Careunit's bundles on the class path, as Declarative Services would. */
final class ComponentDescriptions {

    private static final String PREFIX = "org.careunit.";

    private ComponentDescriptions() {}

    /**
     * The components of bundles.
     *
     * @param bundles their names, such as {@code terms}
     * @throws IllegalStateException if one of the bundles is not on the class path
     */
    static List<ComponentDescription> of(Set<String> bundles) {
        try {
            List<ComponentDescription> found = new ArrayList<>();
            List<String> missing = new ArrayList<>(bundles);
            ClassLoader loader = ComponentDescriptions.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                Attributes manifest = manifest(url);
                String name = String.valueOf(manifest.getValue("Bundle-SymbolicName"));
                if (name.startsWith(PREFIX) && missing.remove(name.substring(PREFIX.length()))) {
                    found.addAll(read(loader, Optional.ofNullable(manifest.getValue("Service-Component"))));
                }
            }
            if (!missing.isEmpty()) {
                throw new IllegalStateException("Bundles that are not on the class path: " + missing);
            }
            return found;
        } catch (IOException | ParserConfigurationException | SAXException failure) {
            throw new IllegalStateException("The descriptions of components cannot be read", failure);
        }
    }

    private static Attributes manifest(URL url) {
        try (InputStream in = url.openStream()) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<ComponentDescription> read(ClassLoader loader, Optional<String> header)
            throws IOException, ParserConfigurationException, SAXException {
        List<ComponentDescription> found = new ArrayList<>();
        for (String path :
                header.stream().flatMap(all -> Stream.of(all.split(","))).toList()) {
            try (InputStream in = loader.getResourceAsStream(path.strip())) {
                found.add(read(in));
            }
        }
        return found;
    }

    private static ComponentDescription read(InputStream in)
            throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Element component = factory.newDocumentBuilder().parse(in).getDocumentElement();
        Map<String, Object> properties = new HashMap<>();
        elements(component, "property")
                .forEach(property -> properties.put(property.getAttribute("name"), value(property)));
        return new ComponentDescription(
                elements(component, "implementation").get(0).getAttribute("class"),
                elements(component, "provide").stream()
                        .map(service -> service.getAttribute("interface"))
                        .toList(),
                properties,
                elements(component, "reference").stream()
                        .map(ComponentDescriptions::reference)
                        .toList(),
                attribute(component, "configuration-pid"),
                component.getAttribute("configuration-policy").equals("require"),
                attribute(component, "activate"),
                attribute(component, "deactivate"));
    }

    private static Object value(Element property) {
        String text = property.getAttribute("value");
        return switch (property.getAttribute("type")) {
            case "Boolean" -> Boolean.valueOf(text);
            case "Integer" -> Integer.valueOf(text);
            case "Long" -> Long.valueOf(text);
            default -> text;
        };
    }

    private static Reference reference(Element element) {
        String cardinality = element.getAttribute("cardinality");
        return new Reference(
                element.getAttribute("interface"),
                attribute(element, "target"),
                !cardinality.startsWith("0"),
                cardinality.endsWith("n"),
                element.getAttribute("policy-option").equals("greedy"),
                attribute(element, "parameter")
                        .map(text -> OptionalInt.of(Integer.parseInt(text)))
                        .orElse(OptionalInt.empty()),
                attribute(element, "bind"),
                attribute(element, "unbind"),
                attribute(element, "field"));
    }

    private static Optional<String> attribute(Element element, String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }
}

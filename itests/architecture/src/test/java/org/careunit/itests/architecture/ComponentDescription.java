package org.careunit.itests.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * What a bundle's manifest says to Declarative Services of one of its components.
 *
 * @param bundle the last part of its name
 * @param root the component's description
 */
record ComponentDescription(String bundle, Element root) {

    private static final String NAME = "org.careunit.";

    /** Those of all our bundles. */
    static List<ComponentDescription> all() throws Exception {
        List<ComponentDescription> all = new ArrayList<>();
        for (URL manifest :
                Collections.list(ComponentDescription.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            Attributes headers = headers(manifest);
            String name = String.valueOf(headers.getValue("Bundle-SymbolicName"));
            String components = headers.getValue("Service-Component");
            if (name.startsWith(NAME) && components != null) {
                String root = manifest.toString().replace("META-INF/MANIFEST.MF", "");
                for (String component : components.split(",")) {
                    URI file = URI.create(root + component.strip());
                    all.add(new ComponentDescription(name.substring(NAME.length()), read(file)));
                }
            }
        }
        return all;
    }

    private static Attributes headers(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            return new Manifest(in).getMainAttributes();
        }
    }

    private static Element read(URI component) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        try (InputStream in = component.toURL().openStream()) {
            return builder.parse(in).getDocumentElement();
        }
    }

    /** Its elements of a kind. */
    List<Element> elements(String tag) {
        List<Element> found = new ArrayList<>();
        var elements = root.getElementsByTagName(tag);
        for (int i = 0; i < elements.getLength(); i++) {
            found.add((Element) elements.item(i));
        }
        return found;
    }
}

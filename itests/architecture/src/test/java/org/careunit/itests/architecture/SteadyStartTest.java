package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * No component starts anew because another of ours came up after it. A static reference to many services is satisfied
 * by the first; each further one would restart the component, and with it the services that hosts are using.
 */
class SteadyStartTest {

    @Test
    void whoeverCollectsServicesWaitsForAllOfOurs() throws Exception {
        List<String> restarted = new ArrayList<>();
        int looked = 0;
        for (ComponentDescription component : ComponentDescription.all()) {
            for (Element reference : component.elements("reference")) {
                if (reference.getAttribute("cardinality").endsWith("n")
                        && !reference.getAttribute("policy").equals("dynamic")) {
                    looked++;
                    if (!waitsForAll(component, reference)) {
                        restarted.add(
                                component.bundle() + ": " + component.root().getAttribute("name"));
                    }
                }
            }
        }
        assertThat(looked).isPositive();
        assertThat(restarted).isEmpty();
    }

    private static boolean waitsForAll(ComponentDescription component, Element reference) throws Exception {
        String minimum = reference.getAttribute("name") + ".cardinality.minimum";
        long ours = ComponentDescription.all().stream()
                .filter(other -> other.elements("provide").stream()
                        .anyMatch(provided ->
                                provided.getAttribute("interface").equals(reference.getAttribute("interface"))))
                .count();
        return component.elements("property").stream()
                .anyMatch(property -> property.getAttribute("name").equals(minimum)
                        && property.getAttribute("value").equals(Long.toString(ours)));
    }
}

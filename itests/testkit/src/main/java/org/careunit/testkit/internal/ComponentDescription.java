package org.careunit.testkit.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Description of one component, from a bundle's {@code OSGI-INF}.
 *
 * @param type name of its class
 * @param services names of the interfaces it is registered with; empty if it is no service
 * @param properties of the service, and defaults of the configuration
 * @param references what it needs
 * @param pid of its configuration; empty if there is none
 * @param needsConfiguration whether it exists only where there is a configuration
 * @param activate name of the method to be called when it is put together
 * @param deactivate name of the method to be called at its end
 */
record ComponentDescription(
        String type,
        List<String> services,
        Map<String, Object> properties,
        List<Reference> references,
        Optional<String> pid,
        boolean needsConfiguration,
        Optional<String> activate,
        Optional<String> deactivate) {

    /** The references that have to be there before the component is. */
    List<Reference> needed() {
        return references.stream().filter(Reference::isNeeded).toList();
    }

    /** Whether it is given all services of a kind at once, so that it has to wait for the last of them. */
    boolean takesAll() {
        return references.stream().anyMatch(reference -> reference.parameter().isPresent() && reference.isMultiple());
    }

    /**
     * A service that a component uses.
     *
     * @param service name of its interface
     * @param target which of them, in the form {@code (key=value)}; empty for any
     * @param isNeeded whether the component exists only with it
     * @param isMultiple whether it takes several
     * @param isGreedy whether it takes a better one at once
     * @param parameter of the constructor that it is given to
     * @param bind method that it is given to
     * @param unbind method that is called when it goes
     * @param field that it is put into
     */
    record Reference(
            String service,
            Optional<String> target,
            boolean isNeeded,
            boolean isMultiple,
            boolean isGreedy,
            OptionalInt parameter,
            Optional<String> bind,
            Optional<String> unbind,
            Optional<String> field) {}
}

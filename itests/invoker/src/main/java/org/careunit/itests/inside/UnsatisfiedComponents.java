package org.careunit.itests.inside;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/** Says why a service is missing: the components that wait, what each waits for, and who would provide it. */
final class UnsatisfiedComponents {

    private static final int DEEPEST = 8;

    private final ServiceComponentRuntime components;

    UnsatisfiedComponents(ServiceComponentRuntime components) {
        this.components = components;
    }

    /** One tree per waiting component; empty when none waits. */
    Optional<String> describe() {
        var all = components.getComponentDescriptionDTOs();
        var trees = all.stream().map(component -> tree(component, "  ", 0)).collect(joining());
        return trees.isEmpty() ? Optional.empty() : Optional.of("Unsatisfied components:\n" + trees);
    }

    private String tree(ComponentDescriptionDTO component, String indent, int depth) {
        var configurations = components.getComponentConfigurationDTOs(component);
        if (configurations.isEmpty() && depth <= DEEPEST) {
            return waitsForConfiguration(component) ? indent + component.name + " has no configuration\n" : "";
        }
        return configurations.stream()
                .map(configuration -> reasons(configuration, indent, depth))
                .collect(joining());
    }

    private boolean waitsForConfiguration(ComponentDescriptionDTO component) {
        return component.configurationPolicy.equals("require") && components.isComponentEnabled(component);
    }

    private String reasons(ComponentConfigurationDTO configuration, String indent, int depth) {
        var name = indent + configuration.description.name;
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> name
                    + " has no configuration "
                    + List.of(configuration.description.configurationPid)
                    + "\n";
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> name + " failed: " + configuration.failure + "\n";
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> Stream.of(configuration.unsatisfiedReferences)
                    .map(missing -> Stream.of(configuration.description.references)
                            .filter(reference -> reference.name.equals(missing.name))
                            .map(reference -> waiting(name, reference, missing.target, indent, depth))
                            .collect(joining()))
                    .collect(joining());
            default -> "";
        };
    }

    private String waiting(String name, ReferenceDTO reference, String target, String indent, int depth) {
        var line = name + " waits for " + reference.interfaceName + (target == null ? "" : " " + target) + "\n";
        return depth == DEEPEST
                ? line
                : line
                        + components.getComponentDescriptionDTOs().stream()
                                .filter(other ->
                                        Arrays.asList(other.serviceInterfaces).contains(reference.interfaceName))
                                .map(other -> tree(other, indent + "  ", depth + 1))
                                .collect(joining());
    }
}

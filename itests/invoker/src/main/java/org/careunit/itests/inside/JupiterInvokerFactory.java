package org.careunit.itests.inside;

import org.ops4j.pax.exam.ProbeInvoker;
import org.ops4j.pax.exam.ProbeInvokerFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Found by Pax Exam through its driver name. */
@Component(property = "driver=jupiter")
public final class JupiterInvokerFactory implements ProbeInvokerFactory {

    private final UnsatisfiedComponents unsatisfied;

    @Activate
    public JupiterInvokerFactory(@Reference ServiceComponentRuntime components) {
        this.unsatisfied = new UnsatisfiedComponents(components);
    }

    @Override
    public ProbeInvoker createProbeInvoker(Object probe, String expression) {
        var bundle = probe instanceof BundleContext context ? context.getBundle() : (Bundle) probe;
        return new JupiterInvoker(bundle, unsatisfied);
    }
}

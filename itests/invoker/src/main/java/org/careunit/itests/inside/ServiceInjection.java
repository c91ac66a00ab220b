package org.careunit.itests.inside;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.ops4j.pax.exam.util.Injector;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Hands a test its services by Pax Exam's injector, which waits for each, once the container has come up; on the host
 * it does nothing.
 */
public final class ServiceInjection implements TestInstancePostProcessor {

    private static final long PATIENCE_MILLIS = 30_000;

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) throws InterruptedException {
        var probe = FrameworkUtil.getBundle(test.getClass());
        if (probe == null) {
            return;
        }
        new ContainerStart(probe.getBundleContext()).await();
        var injectors = new ServiceTracker<Injector, Injector>(probe.getBundleContext(), Injector.class, null);
        injectors.open();
        try {
            var injector = injectors.waitForService(PATIENCE_MILLIS);
            if (injector == null) {
                throw new IllegalStateException("Pax Exam's injector did not come up within 30 s");
            }
            injector.injectFields(test);
        } finally {
            injectors.close();
        }
    }
}

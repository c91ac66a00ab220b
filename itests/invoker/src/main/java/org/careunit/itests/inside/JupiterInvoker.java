package org.careunit.itests.inside;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.ops4j.pax.exam.ProbeInvoker;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Runs the one test whose unique id the host sends, by a Jupiter engine that sees the probe's classes. */
final class JupiterInvoker implements ProbeInvoker {

    private final Bundle probe;
    private final UnsatisfiedComponents unsatisfied;

    JupiterInvoker(Bundle probe, UnsatisfiedComponents unsatisfied) {
        this.probe = probe;
        this.unsatisfied = unsatisfied;
    }

    @Override
    public void call(Object... uniqueId) {
        var outcome = new Outcome();
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(probe.adapt(BundleWiring.class).getClassLoader());
        try {
            launcher().execute(request((String) uniqueId[0]), outcome);
        } finally {
            thread.setContextClassLoader(before);
        }
        outcome.rethrow(unsatisfied);
    }

    private static LauncherDiscoveryRequest request(String uniqueId) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectUniqueId(uniqueId))
                // the host's extension must not send the test on once more
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .build();
    }

    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
    }
}

package org.careunit.itests.host;

import java.util.List;

/** The complaints of a healthy container, each with its reason. */
final class Explained {

    static final List<String> PATTERNS = List.of(
            // Pax Exam binds RMI to the loopback address, and Karaf says that it leaves it so
            "java.rmi.server.hostname system property is already set to 127.0.0.1",
            // Karaf's JMX bridge starts anew while boot features arrive, and drops what it was about to say
            "org.apache.aries.jmx.core .* Dispatcher may have been shutdown",
            // an archive is taken out again whose features Karaf has lost while it started, as the manual says
            "KarServiceImpl .* Unable to uninstall Kar feature careunit",
            // an adapter's configuration may arrive in the moment its routes or its health check are asked for:
            // Declarative Services says so, and hands them over once the adapter is back; what comes of it the tests
            // see
            "org.careunit.routes.* : Could not get service from ref .org.careunit.routes.AdapterRoutes.",
            "org.careunit.routes - .* FrameworkEvent ERROR",
            "org.careunit.operations.* : Could not get service from ref .org.apache.felix.hc.api.HealthCheck.",
            "org.careunit.operations - .* FrameworkEvent ERROR",
            // the SMS centre of the tests lives in the container too; its client may close first
            "SMPPServerSession .* socket closed unexpected",
            // … and may be gone before it answers the client's goodbye
            "AbstractSession .* org.careunit.itests-adapter .* Unbind response timeout");

    private Explained() {}
}

/**
 * What a test class says so that its methods run inside Karaf. The host reads it to start the container; the container
 * reads it to inject services.
 */
@Export
@Version("0.1.0")
package org.careunit.itests;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

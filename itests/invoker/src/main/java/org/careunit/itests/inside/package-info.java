/**
 * Runs inside Karaf. Exported because the probe's annotations name {@link org.careunit.itests.inside.ServiceInjection}.
 */
@Export
@Version("0.1.0")
package org.careunit.itests.inside;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

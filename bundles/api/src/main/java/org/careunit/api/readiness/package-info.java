/**
 * How far a unit has come with the checklist, and what is left to mend. Every bundle contributes checks of what it
 * knows; a host module may add its own, as OSGi services.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.readiness;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

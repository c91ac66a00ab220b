/**
 * What Careunit asks of the host platform about cases and their residents: ports that a host module implements and
 * registers as OSGi services. One that is absent is named on the checklists of the units whose decisions need it, and
 * what needs it waits.
 *
 * <p>{@link org.careunit.api.failure.UnavailableException} means <em>not now</em>: the same is asked again later, and
 * no attempt is counted. An empty answer means that there is none. Whatever else is thrown is the host's fault, and is
 * tried again as a failure. Nothing of what is answered here is kept or logged by Careunit.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.host;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * Which units are exposed to which residents, and why: by the unit's catchment area, by approvals one by one, and by
 * the care types and words that residents search for. {@link org.careunit.api.finding.Geography} names counties and
 * municipalities.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.finding;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Who and what: the identifiers of staff, units and regions, and the one who acts. */
@Export
@Version("1.0.0")
package org.careunit.api.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

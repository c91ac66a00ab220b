/** Word of what was changed, on EventAdmin, so that host modules can refresh what they show. */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.changes;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

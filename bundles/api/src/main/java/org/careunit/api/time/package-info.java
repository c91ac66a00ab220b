/** The time zone in which units, residents and staff live. */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.time;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Care units and the regions they belong to: registering and opening them, and finding out which there are. */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.units;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

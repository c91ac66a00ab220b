/** When the cases of a unit went to the archive, and when they go next. */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.archive;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

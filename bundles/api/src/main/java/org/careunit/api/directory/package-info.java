/**
 * The directory of staff and care units, as Careunit's services and host modules ask it. An entry is what the directory
 * says; what a person or a unit has decided for itself stands in their settings.
 *
 * <p>"Nobody has this HSA-id" is an empty answer. "The directory cannot be reached, and nothing is remembered" is
 * {@link org.careunit.api.failure.UnavailableException}.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.directory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * What a unit has decided about itself, section by section. Each section has a version of its own: who saves says which
 * version they have seen, and of two who saw the same one the second gets a
 * {@link org.careunit.api.failure.ConflictException} that carries what stands there now.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * What a region decides for all of its units: its own sections and the defaults of theirs, and whom units turn to for
 * support.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.regions;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * A unit's whole configuration as one JSON document: to keep, to compare, to bring to other units, and to take back
 * again. Who may do what at the unit is no part of it.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.configuration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * What residents can send to a unit: the region's catalogue of case types, what a unit makes of it, and its own types.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.casetypes;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * Who saved what, when, and from what to what: the versions that every decision of a unit, a region or a person leaves.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.history;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * What a staff member decides for themselves at a unit: what residents read as their name and signature, and how they
 * want to hear of a case. Until they decide, the directory's words hold.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.staff;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

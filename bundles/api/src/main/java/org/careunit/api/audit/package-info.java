/**
 * The audit trail, for those who review it: who did what, when, and for which resident (HSLF-FS 2016:40, chapter 4).
 * Each unit, each region and the platform has a trail of its own, whose rows are kept for five years and sealed one to
 * the next.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

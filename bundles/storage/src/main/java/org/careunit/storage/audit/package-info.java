/**
 * The audit trail: an append-only, sealed chain of rows for each unit, region and the platform.
 *
 * <p>Exported behind a mandatory attribute, for our own bundles alone; see {@link org.careunit.storage}.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.storage.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

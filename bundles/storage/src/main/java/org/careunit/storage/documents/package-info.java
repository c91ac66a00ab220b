/**
 * Versioned documents: everything that a unit, a region or the platform decides, with all versions.
 *
 * <p>Exported behind a mandatory attribute, for our own bundles alone; see {@link org.careunit.storage}.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.storage.documents;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

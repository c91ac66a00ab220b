/**
 * The job engine's contract: work to be done after a transaction, by handlers that bundles register.
 *
 * <p>Exported behind a mandatory attribute, for our own bundles alone; see {@link org.careunit.storage}.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.storage.jobs;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

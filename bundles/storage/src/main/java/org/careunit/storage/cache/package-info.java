/**
 * Caches over what the store holds, invalidated by change notices from all nodes.
 *
 * <p>Exported behind a mandatory attribute, for our own bundles alone; see {@link org.careunit.storage}.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.storage.cache;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

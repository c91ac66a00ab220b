/**
 * Reads configurations, the same way in every bundle: {@link org.careunit.operations.configuration.Configuration typed
 * values with errors that name the key}, and {@link org.careunit.operations.configuration.CurrentSettings the last good
 * ones kept}.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.operations.configuration;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

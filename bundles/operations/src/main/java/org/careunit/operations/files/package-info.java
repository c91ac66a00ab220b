/** Files: where ours are and who may read them, and others that are read up to a bound. */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.operations.files;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

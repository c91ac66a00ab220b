/**
 * What follows from a case: why it did or did not lead to a message, which messages a case would lead to and when, and
 * a unit's figures. Nothing here holds a person's data.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.cases;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

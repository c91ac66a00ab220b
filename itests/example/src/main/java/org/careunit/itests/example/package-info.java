/**
 * An example of a host module, written against the API alone: {@link org.careunit.itests.example.UnitJoin} takes a new
 * care unit through what its people decide before it opens, and shows what is refused on the way.
 */
@Export
@Version("1.0.0")
package org.careunit.itests.example;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

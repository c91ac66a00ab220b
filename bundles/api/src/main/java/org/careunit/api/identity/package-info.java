/**
 * Who and what: the identifiers of staff and units, the reference to a case, and the one who acts.
 *
 * <p>Every record here validates in its constructor, so that an instance is always well-formed; what was pasted with
 * blanks around it is trimmed by the factory {@code of}.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

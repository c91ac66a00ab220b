/** What residents read and accept before they send a case: the terms of each case type of a unit. */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.terms;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

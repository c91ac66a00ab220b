/**
 * How an operation says no. "Never" is {@link org.careunit.api.failure.RefusedException}, "not now" is
 * {@link org.careunit.api.failure.UnavailableException}, "somebody was faster" is
 * {@link org.careunit.api.failure.ConflictException}; "there is none" is no failure but an empty {@code Optional}.
 *
 * <p>No message of these exceptions ever contains a personal identity number, a name, an address or a case's text.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.failure;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * Who may do what. Every operation of every service takes the one who acts and asks
 * {@link org.careunit.api.access.AccessControl} before anything else; what the actor's roles are is looked up here and
 * never taken from the caller.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

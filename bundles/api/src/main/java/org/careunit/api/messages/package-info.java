/**
 * The ledger: every message that was, or was not, sent to somebody because of a platform event, and what became of it.
 * It never contains a message's text, and an address only masked, until 24 hours after the end.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.messages;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

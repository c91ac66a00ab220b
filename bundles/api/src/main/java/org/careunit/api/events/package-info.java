/**
 * Platform events in: what the host tells Careunit about cases, units and staff.
 *
 * <p>A host module calls {@link org.careunit.api.events.PlatformEvents}; when the call returns, the events are
 * committed and survive a crash. Events carry ids, never a person's name, number or a case's text.
 */
@Export
@NullMarked
@Version("1.0.0")
package org.careunit.api.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

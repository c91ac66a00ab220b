/**
 * What passes between an adapter and the one who runs its routes. The adapter registers its {@link AdapterRoutes
 * routes} as a service; while all of them run, and only then, {@link RunningRoutes} stands under the adapter's name,
 * and the adapter's port requires it by that name. So a port exists exactly while it can be used; a port that remembers
 * answers may stay, since they are wanted most when the routes are gone.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.routes;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

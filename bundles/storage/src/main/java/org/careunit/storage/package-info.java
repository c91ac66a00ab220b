/**
 * What our own bundles share of the database: one transaction, the tables behind plain interfaces, and the job engine.
 *
 * <p>Exported behind a mandatory attribute, so that no host bundle reaches the data past the access rules. All services
 * here exist from the moment the database has been opened and migrated. While the database is out of reach they throw
 * {@link org.careunit.api.failure.UnavailableException}, and nothing is changed. All are safe for use by many threads;
 * each call joins the transaction of its thread where there is one. Beside them stands the database's
 * {@link java.time.Clock}, with the service property {@code careunit=internal}.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.storage;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

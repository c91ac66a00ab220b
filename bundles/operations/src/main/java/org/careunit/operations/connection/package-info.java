/**
 * Connections to outside systems, the same for every adapter: {@link org.careunit.operations.connection.Endpoint where
 * they go}, {@link org.careunit.operations.connection.AllowedHosts where they may go}, and TLS with
 * {@link org.careunit.operations.connection.TrustedCertificates certificates}, names and dates checked.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.operations.connection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

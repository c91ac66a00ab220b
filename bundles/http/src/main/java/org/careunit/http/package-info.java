/**
 * HTTP requests of adapters: {@link org.careunit.http.HttpRequests Camel's HTTP component}, restricted and bounded, for
 * {@link org.careunit.http.HttpServerAddress one server}.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

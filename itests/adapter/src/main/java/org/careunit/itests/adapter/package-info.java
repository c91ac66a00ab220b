/** A port for tests: texts, sent through an SMS centre. It is there exactly while they can be sent. */
@Export
@Version("1.0.0")
package org.careunit.itests.adapter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

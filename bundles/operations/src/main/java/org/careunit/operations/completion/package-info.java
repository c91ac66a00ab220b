/**
 * What the console offers when somebody presses the tab key: the units, regions, people and types that there are, each
 * with what it is called. A command's argument says which by {@code @Completion}; a bundle makes its own of
 * {@link org.careunit.operations.completion.ServiceCompleter}.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.operations.completion;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * What every bundle needs for the operator: {@link org.careunit.operations.OperatorCommand shell commands} that look
 * alike, {@link org.careunit.operations.Health health checks}, and {@link org.careunit.operations.Metrics figures} to
 * watch; and the {@link org.careunit.operations.HtmlPage page} that all previews are shown on.
 */
@Export(attribute = {"careunit=internal", "mandatory:=careunit"})
@Version("1.0.0")
package org.careunit.operations;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

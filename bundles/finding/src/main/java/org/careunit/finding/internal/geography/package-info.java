/** Counties and municipalities. */
package org.careunit.finding.internal.geography;

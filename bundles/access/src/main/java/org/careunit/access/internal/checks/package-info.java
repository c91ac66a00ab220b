/** Readiness checks: what a unit still has to mend. */
package org.careunit.access.internal.checks;

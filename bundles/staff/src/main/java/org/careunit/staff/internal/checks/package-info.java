/** Readiness checks: what a unit still has to mend. */
package org.careunit.staff.internal.checks;

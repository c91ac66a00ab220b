/** Readiness checks: what a unit still has to mend. */
package org.careunit.terms.internal.checks;

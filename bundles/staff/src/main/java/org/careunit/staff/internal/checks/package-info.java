/** Readiness checks of units. */
package org.careunit.staff.internal.checks;

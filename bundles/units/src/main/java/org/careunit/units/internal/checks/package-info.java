/** Readiness checks of units. */
package org.careunit.units.internal.checks;

/** Readiness checks of units. */
package org.careunit.access.internal.checks;

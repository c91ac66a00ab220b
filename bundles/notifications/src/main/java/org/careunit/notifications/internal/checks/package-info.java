/** Readiness checks of units. */
package org.careunit.notifications.internal.checks;

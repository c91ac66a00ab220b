/** The checklist: gathers what all checks find, and checks what the platform has for every unit. */
package org.careunit.units.internal.readiness;

/** The checklist: gathers what all checks find, and checks what lies between the services. */
package org.careunit.units.internal.readiness;

/** Accepts platform events from callers and from EventAdmin. */
package org.careunit.notifications.internal.intake;

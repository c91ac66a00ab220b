/** Opening hours: read from HSA's syntax, written in Swedish. */
package org.careunit.settings.internal.hours;

/** Formatted text that residents read: what may stand in it, and what was taken out. */
package org.careunit.settings.internal.formatted;

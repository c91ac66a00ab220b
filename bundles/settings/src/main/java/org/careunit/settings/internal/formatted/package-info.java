/** Formatted text for residents: the allowed HTML, and what the sanitiser removed. */
package org.careunit.settings.internal.formatted;

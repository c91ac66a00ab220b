/** Console commands for the settings of a region and the defaults it gives its units. */
package org.careunit.settings.internal.shell.region;

/** Commands of the console about the runs of units' archives. */
package org.careunit.settings.internal.archive.shell;

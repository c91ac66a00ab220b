/** When the archive runs, and what it says of itself. */
package org.careunit.settings.internal.archive;

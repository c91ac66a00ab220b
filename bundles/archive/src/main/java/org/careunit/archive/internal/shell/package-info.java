/** Commands of the console. */
package org.careunit.archive.internal.shell;

/** Reads entries of the directory into staff and units. */
package org.careunit.directory.internal.entries;

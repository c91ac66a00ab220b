/** Targets that packages are delivered to: a folder, or a directory of an SFTP server. */
package org.careunit.archive.internal.targets;

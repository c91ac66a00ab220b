/** The archive adapter: writes packages of ended cases and delivers them to a folder or an SFTP server. */
package org.careunit.archive.internal;

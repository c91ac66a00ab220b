/** The adapter: packages of ended cases, written here and brought to a folder or an SFTP server. */
package org.careunit.archive.internal;

/** Removes what nothing needs any more, every night. */
package org.careunit.notifications.internal.retention;

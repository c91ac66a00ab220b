/** Platform events in: their intake, the cases they make, and the jobs that follow. */
package org.careunit.notifications.internal;

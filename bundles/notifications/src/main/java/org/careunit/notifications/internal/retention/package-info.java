/** Retention: removes old rows every night. */
package org.careunit.notifications.internal.retention;

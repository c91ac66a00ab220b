/** Notifications: intake of platform events, cases and their clocks, and the messages that follow. */
package org.careunit.notifications.internal;

/** Takes platform events in, by both doors. */
package org.careunit.notifications.internal.intake;

/** Sending that all protocols share: order, rate limit, accepted parts, and the state of the connection. */
package org.careunit.sms.internal.sending;

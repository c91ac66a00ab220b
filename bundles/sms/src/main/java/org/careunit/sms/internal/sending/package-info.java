/** What every way to a gateway needs: order and pace, parts that were taken, and the state of the way. */
package org.careunit.sms.internal.sending;

/** Interprets a gateway's answers. */
package org.careunit.sms.internal.answers;

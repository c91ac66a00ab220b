/** The connection to an SMS centre over SMPP 3.4. */
package org.careunit.sms.internal.smpp;

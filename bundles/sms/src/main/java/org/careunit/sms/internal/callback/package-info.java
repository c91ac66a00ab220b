/** HTTP server that receives delivery receipts. */
package org.careunit.sms.internal.callback;

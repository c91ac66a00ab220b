/** Units' choices and settings of their case types. */
package org.careunit.casetypes.internal.choices;

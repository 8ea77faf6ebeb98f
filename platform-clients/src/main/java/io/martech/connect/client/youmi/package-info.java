/** Youmi: its account, its signatures and tokens, and what its answers mean. */
package io.martech.connect.client.youmi;

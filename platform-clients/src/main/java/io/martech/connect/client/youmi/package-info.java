/** Youmi: its account, its signatures and tokens, and the meaning of its responses. */
package io.martech.connect.client.youmi;

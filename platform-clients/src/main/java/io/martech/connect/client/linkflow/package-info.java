/** Linkflow: its account, its tokens, and the meaning of its responses. */
package io.martech.connect.client.linkflow;

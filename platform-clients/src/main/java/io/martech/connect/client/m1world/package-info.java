/** M1world: its account, its tokens, and what its answers mean. */
package io.martech.connect.client.m1world;

/**
 * Speaks HTTP to the platforms: authentication, quota, repetition, error codes. Knows no Kafka.
 *
 * <p>{@link io.martech.connect.client.HttpPlatformClient} is the whole machinery, the same for all platforms; its
 * {@code assemble} states the order of the chain. What makes it one platform's client is a
 * {@link io.martech.connect.client.PlatformProfile}: rules that judge answers, and how tokens are issued and carried.
 *
 * <pre>
 * retry  ->  quota  ->  authentication  ->  wire (OkHttp, one attempt)  ->  verdict
 * </pre>
 */
package io.martech.connect.client;

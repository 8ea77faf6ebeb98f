/**
 * HTTP clients of the platforms: authentication, rate limits, retries, error codes. Independent of Kafka.
 *
 * <p>{@link io.martech.connect.client.pipeline.HttpPlatformClient} is the whole machinery, the same for all platforms; its
 * {@code assemble} states the order of the chain. What makes it one platform's client is a
 * {@link io.martech.connect.client.auth.PlatformProfile}: how responses are classified, and how tokens are issued and sent.
 *
 * <pre>
 * retry  ->  rate limit  ->  concurrency limit  ->  authentication  ->  transport (OkHttp, one attempt)  ->  classification
 * </pre>
 */
package io.martech.connect.client;

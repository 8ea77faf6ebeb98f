package io.martech.connect.integration.cluster;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link TestCluster} as a parameter. It is started by the first test that asks for it and stopped after
 * the last test of the JVM.
 *
 * <pre>{@code
 * @ExtendWith(ClusterExtension.class)
 * class OrdersIT {
 *     @Test
 *     void ordersArrive(TestCluster cluster) { … }
 * }
 * }</pre>
 */
public final class ClusterExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestCluster.class;
    }

    @Override
    public TestCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ClusterExtension.class))
                .getOrComputeIfAbsent(TestCluster.class, type -> TestCluster.start(), TestCluster.class);
    }
}

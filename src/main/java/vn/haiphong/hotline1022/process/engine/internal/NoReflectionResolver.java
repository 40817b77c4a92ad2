package vn.haiphong.hotline1022.process.engine.internal;

import java.util.Set;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** First in the chain: no expression gets hold of classes, class loaders, processes or threads. */
class NoReflectionResolver extends ReadOnlyResolver {

    private static final Set<String> FORBIDDEN_MEMBERS =
            Set.of("class", "getClass", "classLoader", "getClassLoader", "forName");

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        check(base, property);
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
        check(base, method);
        return null;
    }

    private static void check(Object base, Object member) {
        if (base == null) {
            return;
        }
        var type = base.getClass().getName();
        if (base instanceof Class
                || base instanceof ClassLoader
                || base instanceof Runtime
                || base instanceof Process
                || base instanceof ProcessBuilder
                || base instanceof Thread
                || type.startsWith("java.lang.reflect.")
                || type.startsWith("java.lang.invoke.")
                || member != null && FORBIDDEN_MEMBERS.contains(member.toString())) {
            throw new ELException("Forbidden in expressions: " + type + "." + member);
        }
    }
}

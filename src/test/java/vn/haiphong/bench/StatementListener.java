package vn.haiphong.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Hears each statement as PostgreSQL gets it, its values written in. */
final class StatementListener {

    private StatementListener() {}

    static DataSource of(DataSource source, Consumer<String> listener) {
        return proxy(DataSource.class, source, listener);
    }

    private static <T> T proxy(Class<T> type, T target, Consumer<String> listener) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
            if (type == PreparedStatement.class && method.getName().startsWith("execute")) {
                listener.accept(((PreparedStatement) target)
                        .unwrap(org.postgresql.PGStatement.class)
                        .toString());
            }
            try {
                var result = method.invoke(target, args);
                if (result instanceof PreparedStatement statement
                        && method.getName().startsWith("prepare")) {
                    return proxy(PreparedStatement.class, statement, listener);
                }
                return result instanceof Connection connection ? proxy(Connection.class, connection, listener) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}

package vn.haiphong.hotline1022.adapter.settings;

import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import vn.haiphong.hotline1022.application.maintain.SettingsRefused;

/** A start that failed for a reason the person at the keyboard can mend says so in one sentence, and nothing else. */
class PlainRefusal implements SpringBootExceptionReporter, Ordered {

    private final ConfigurableApplicationContext context;

    /** @param context null if the start failed before there was one */
    PlainRefusal(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(
                words -> LoggerFactory.getLogger("vn.haiphong.hotline1022").error("Không khởi động được. {}", words));
        return sentence.isPresent();
    }

    Optional<String> sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingsRefused refused) {
                return Optional.of(refused.getMessage());
            }
            if (cause instanceof SQLException database && database.getSQLState() != null) {
                var words = aboutDatabase(database.getSQLState());
                if (words.isPresent()) {
                    return words;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> aboutDatabase(String sqlState) {
        var where = where();
        return Optional.ofNullable(
                switch (sqlState) {
                    case "08001", "08006", "08004", "57P03" ->
                        "Không kết nối được cơ sở dữ liệu " + where
                                + ": hãy kiểm tra máy chủ PostgreSQL có đang chạy và địa chỉ ở SPRING_DATASOURCE_URL.";
                    case "28P01", "28000" ->
                        "Cơ sở dữ liệu " + where
                                + " từ chối đăng nhập: hãy kiểm tra SPRING_DATASOURCE_USERNAME và SPRING_DATASOURCE_PASSWORD.";
                    case "3D000" ->
                        "Máy chủ PostgreSQL không có cơ sở dữ liệu " + where
                                + ": hãy tạo cơ sở dữ liệu đó hoặc sửa tên ở SPRING_DATASOURCE_URL.";
                    default -> null;
                });
    }

    private String where() {
        return context == null
                ? ""
                : DatabaseAddress.of(context.getEnvironment().getProperty("spring.datasource.url"));
    }
}

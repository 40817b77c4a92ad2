package vn.haiphong.hotline1022.adapter.demo;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.application.maintain.IssueClientKeys;

/** A key for Open311 that everybody knows, in the demo alone. */
@Component
@Profile(EmbeddedDefault.PROFILE)
@DependsOn("masterDataImport") // the register is there
class DemoClientKey implements InitializingBean {

    static final String KEY = "demo-open311-key";

    private final IssueClientKeys keys;

    DemoClientKey(IssueClientKeys keys) {
        this.keys = keys;
    }

    @Override
    public void afterPropertiesSet() {
        keys.known(KEY, "Ứng dụng thử");
    }
}

package vn.haiphong.hotline1022.process.engine;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Agencies;

/** Accounts of the embedded default only: password and user name are the same. */
@Component
@Profile("demo")
public class DemoAccounts {

    private final IdentityService identity;
    private final Agencies agencies;

    DemoAccounts(IdentityService identity, Agencies agencies) {
        this.identity = identity;
        this.agencies = agencies;
    }

    /** Makes what is missing. */
    @Transactional
    public void open() {
        var known = identity.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
        account(known, "admin", "Quản trị", "hệ thống", org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN);
        account(known, "operator", "Tổng đài viên", "1022", Groups.OPERATORS);
        account(known, "coordinator", "Điều phối viên", "1022", Groups.COORDINATORS);
        account(known, "manager", "Lãnh đạo", "VP UBND", Groups.MANAGERS);
        account(known, "ruleadmin", "Quản trị", "bảng quyết định", Groups.RULE_ADMINS);
        account(known, "ruleapprover", "Người duyệt", "bảng quyết định", Groups.RULE_APPROVERS);
        account(known, "dataofficer", "Phụ trách", "dữ liệu cá nhân", Groups.DATA_PROTECTION);
        account(known, "dataapprover", "Người duyệt", "dữ liệu cá nhân", Groups.DATA_PROTECTION);
        for (var agency : agencies.ever()) {
            var code = agency.code();
            var id = code.toLowerCase(Locale.ROOT);
            account(known, id + "focal", "Đầu mối", code, Groups.AGENCIES, code);
            account(known, id + "officer", "Chuyên viên", code, Groups.AGENCIES, code);
            account(known, id + "leader", "Lãnh đạo", code, Groups.AGENCIES, code, Groups.leadersOf(code));
        }
    }

    private void account(Set<String> known, String id, String first, String last, String... groups) {
        if (known.contains(id)) {
            return;
        }
        var user = identity.newUser(id);
        user.setFirstName(first);
        user.setLastName(last);
        user.setPassword(id);
        identity.saveUser(user);
        for (var group : groups) {
            identity.createMembership(id, group);
        }
    }
}

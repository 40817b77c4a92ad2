package vn.haiphong.hotline1022.process.engine.internal;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import vn.haiphong.hotline1022.application.maintain.FirstAdministrator;

/** Long, and not one's own name: signs and digits by rule only make people write passwords down (ADR 0010). */
class LongPasswords implements PasswordPolicy {

    static final String SENTENCE = "Mật khẩu phải dài ít nhất " + FirstAdministrator.SHORTEST_PASSWORD
            + " ký tự và không chứa tên tài khoản, họ, tên hay thư điện tử của người dùng.";

    private static final List<PasswordPolicyRule> RULES = List.of(
            new PasswordPolicyLengthRuleImpl(FirstAdministrator.SHORTEST_PASSWORD),
            new PasswordPolicyUserDataRuleImpl());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return RULES;
    }
}

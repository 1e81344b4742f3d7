using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plants.PolicyText;
using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Resource policies that let anybody in, and policies with an asterisk that let nobody in who should not be.</summary>
internal static class WildcardPolicies
{
    private const string Rule = RuleNames.WildcardPolicy;

    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations()
    {
        yield return Ordinary.Secret("prod/storefront/gift-cards/voucher-signing-key", Frankfurt, JwtSigning, "2025-01-21")
            .Under(Of(Allow(Everybody)))
            .Breaks(Rule, "Principal is * and there is no condition: any AWS account may read the value.");
        yield return Ordinary.Secret("staging/storefront/gift-cards/voucher-signing-key", Frankfurt, JwtSigning, "2025-01-14")
            .Under(Of(Allow(Aws("*"))))
            .Breaks(Rule, "Principal is {\"AWS\": \"*\"}, which is everybody, and there is no condition.");
        yield return Ordinary.Secret("prod/orders/marketplace-feed/partner-api-key", Ireland, PartnerApiKey, "2024-06-11")
            .Under(Of(Allow(Aws(Env.Production.Role("marketplace-feed"), "*"))))
            .Breaks(Rule, "The list of principals holds an asterisk beside the one role that was meant.");
        yield return Ordinary.Secret("prod/customer/survey-service/mail-relay", Virginia, MailRelay, "2024-09-03")
            .Under(Of(Allow(NotAws(Env.Staging.Role("survey-service")))))
            .Breaks(Rule, "Allow with NotPrincipal: everybody but one staging role may read the value.")
            .Breaks(RuleNames.AllowByNotPrincipal, "Allow with NotPrincipal.");
        yield return Ordinary.Secret("shared/platform/container-builder/registry-token", Frankfurt, ServiceToken, "2025-03-18")
            .Under(Of(Allow(Everybody, When("StringEqualsIfExists", "aws:PrincipalOrgID", Env.Organization))))
            .Breaks(Rule, "IfExists lets a caller pass whose request carries no organisation: any account that is in none.")
            .Breaks(RuleNames.VoidCondition, "IfExists makes the organisation optional.");
        yield return Ordinary.Secret("prod/analytics/campaign-tracker/ad-network-oauth-client", Frankfurt, OAuthClient, "2024-11-05")
            .Under(Of(Allow(Everybody, When("StringLike", "aws:Referer", "https://campaigns.example.com/*"))))
            .Breaks(Rule, "The only condition is aws:Referer, which the caller writes as it likes.");
        yield return Ordinary.Secret("prod/storefront/store-locator/maps-api-key", Virginia, PartnerApiKey, "2025-05-27")
            .Under(Of(Allow(Everybody, When("StringLike", "aws:PrincipalArn", "*"))))
            .Breaks(Rule, "The condition compares the principal with *, which everybody matches.")
            .Breaks(RuleNames.VoidCondition, "The condition compares the principal with *.");
        yield return Ordinary.Secret("staging/orders/marketplace-feed/partner-api-key", Frankfurt, PartnerApiKey, "2024-05-28")
            .Under(Of(Allow(Everybody, When("Bool", "aws:SecureTransport", "true"))))
            .Breaks(Rule, "The condition asks for TLS only: it says how to call, not who may.");
        yield return Ordinary.Secret("shared/observability/status-page/publisher-token", Virginia, ServiceToken, "2025-02-12")
            .Under(Of(
                Allow(Role(Env.Shared, "status-page")),
                Allow(Everybody, When("StringEquals", "aws:UserAgent", "status-page/2.1"))))
            .Breaks(Rule, "The first statement is tight; the second admits everybody who sends a certain user agent.");
        yield return Ordinary.Secret("prod/finance/expense-import/bank-sftp-key", Frankfurt, SshKey, "2024-02-20")
            .Under(Of(Allow(Everybody, When("IpAddress", "aws:SourceIp", "0.0.0.0/0"))))
            .Breaks(Rule, "The condition's address range is the whole internet.")
            .Breaks(RuleNames.VoidCondition, "The address range holds every address.");
    }

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("shared/platform/container-builder/base-image-token", Frankfurt, ServiceToken, "2025-03-18")
            .Under(Of(Allow(Everybody, When("StringEquals", "aws:PrincipalOrgID", Env.Organization))))
            .Resembles(Rule, "Principal is *, narrowed to the company's own organisation.");
        yield return Ordinary.Secret("prod/storefront/gift-cards/balance-cache", Frankfurt, CacheAuth, "2025-01-21")
            .Under(Of(Allow(Everybody, When("StringEquals", "aws:SourceVpce", "vpce-0a1b2c3d4e5f60718"))))
            .Resembles(Rule, "Principal is *, narrowed to one VPC endpoint of the company.");
        yield return Ordinary.Secret("shared/security/partner-portal/federation-keystore", Frankfurt, Keystore, "2024-07-09")
            .Under(Of(Allow(Aws("*"), When("StringEquals", "aws:PrincipalAccount", Env.Production.Id, Env.Staging.Id))))
            .Resembles(Rule, "Principal is *, narrowed to two accounts of the company.");
        yield return Ordinary.Secret("prod/payments/chargeback-worker/postgres-app", Frankfurt, DatabaseUser, "2025-04-08")
            .Under(Of(
                Allow(Role(Env.Production, "chargeback-worker")),
                Deny(Everybody, When("StringNotEquals", "aws:PrincipalOrgID", Env.Organization), "\"secretsmanager:*\"")))
            .Resembles(Rule, "The asterisk stands in a Deny: it takes rights away from outsiders.");
        yield return Ordinary.Secret("prod/customer/survey-service/postgres-app", Virginia, DatabaseUser, "2024-09-03")
            .Under(Of(Allow(Role(Env.Production, "survey-service"), action: "\"secretsmanager:*\"")))
            .Resembles(Rule, "The asterisk stands in the action, for one role of the same account.")
            .Breaks(RuleNames.WildcardAction, "The role may do everything that Secrets Manager can, deletion included.");
        yield return Ordinary.Secret("prod/orders/marketplace-feed/webhook-signing", Ireland, WebhookSigning, "2024-06-11")
            .Under(Of(Allow("\"Principal\": { \"Service\": \"events.amazonaws.com\" }", When("StringEquals", "aws:SourceAccount", Env.Production.Id))))
            .Resembles(Rule, "A service principal, bound to the company's account.");
        yield return Ordinary.Secret("prod/finance/expense-import/erp-oauth-client", Frankfurt, OAuthClient, "2024-02-20")
            .Under(Of(
                Allow(Role(Env.Production, "expense-import")),
                Deny(NotAws(Env.Production.Role("expense-import"), Env.Production.Session("expense-import"), $"arn:aws:iam::{Env.Production.Id}:root"))))
            .Resembles(Rule, "NotPrincipal in a Deny shuts out everybody but the service's own role.")
            .Resembles(RuleNames.AllowByNotPrincipal, "NotPrincipal in a Deny takes rights away.");
        yield return Ordinary.Secret("shared/platform/artifact-registry/pull-token", Frankfurt, ServiceToken, "2024-03-05")
            .Under(Of(Allow(Aws(Env.Production.Role("node-bootstrap"), Env.Staging.Role("node-bootstrap")), When("Bool", "aws:SecureTransport", "true"))))
            .Resembles(Rule, "Two named roles of the company's other accounts.");
        yield return Ordinary.Secret("prod/analytics/campaign-tracker/warehouse-writer", Frankfurt, DatabaseUser, "2024-11-05")
            .Under(Of(Allow(Everybody, When("ArnLike", "aws:PrincipalArn", Env.Production.Role("campaign-*")))))
            .Resembles(Rule, "Principal is *, narrowed to roles of the company's production account by name.");
        yield return Ordinary.Secret("shared/observability/status-page/incident-webhook-signing", Virginia, WebhookSigning, "2025-02-12")
            .Under(Of(Allow(Aws($"arn:aws:iam::{Env.Production.Id}:root"), When("StringLike", "aws:PrincipalArn", Env.Production.Role("status-*")))))
            .Resembles(Rule, "One account of the company, further narrowed by role name.");
        yield return Ordinary.Secret("prod/payments/chargeback-worker/dispute-api-key", Frankfurt, PartnerApiKey, "2025-04-08")
            .Under(Of(Allow(Everybody), Deny(Everybody, When("StringNotEquals", "aws:PrincipalOrgID", Env.Organization))))
            .Resembles(Rule, "Everybody is allowed, and a Deny takes it back from all who are not of the organisation.");
        yield return Ordinary.Secret("prod/storefront/store-locator/opening-hours-token", Virginia, ServiceToken, "2025-05-27")
            .Under(Of(Allow(Everybody, When("IpAddress", "aws:SourceIp", "203.0.113.0/28"))))
            .Resembles(Rule, "Principal is *, narrowed to sixteen addresses of the head office.");
    }
}

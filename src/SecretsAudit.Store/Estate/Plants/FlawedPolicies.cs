using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plants.PolicyText;
using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Resource policies that let nobody in from outside and are wrong in another way, and policies that only look wrong.</summary>
internal static class FlawedPolicies
{
    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations()
    {
        yield return Ordinary.Secret("prod/storefront/size-guide/content-api-key", Frankfurt, PartnerApiKey, "2025-03-04")
            .Under(Of(Allow(Role(Env.Production, "size-guide"), action: "\"*\"")))
            .Breaks(RuleNames.WildcardAction, "One role may do everything, deletion included.");
        yield return Ordinary.Secret("staging/storefront/size-guide/content-api-key", Frankfurt, PartnerApiKey, "2025-02-25")
            .Under(Of(AllowAllBut("\"secretsmanager:DeleteSecret\"", Role(Env.Staging, "size-guide"))))
            .Breaks(RuleNames.AllowByNotAction, "Everything but deletion is allowed, what AWS adds next year included.");
        yield return Ordinary.Secret("prod/orders/pallet-tracker/carrier-oauth-client", Virginia, OAuthClient, "2024-12-17")
            .Under(Of(Allow(Aws(Env.Production.Role("pallet-tracker"), "AROAEXAMPLEPALLETOPS01"))))
            .Breaks(RuleNames.DeletedPrincipal, "A role that was deleted in spring: its unique id is left.");
        yield return Ordinary.Secret("shared/security/key-ceremony/operator-token", Frankfurt, ServiceToken, "2025-06-10")
            .Under(Of(Allow(Aws("AIDAEXAMPLEOPERATOR001"))))
            .Breaks(RuleNames.DeletedPrincipal, "The only principal is a user who was deleted.");
        yield return Ordinary.Secret("prod/customer/chat-bot/queue-token", Frankfurt, ServiceToken, "2025-08-05")
            .Under(Of(Allow("\"Principal\": { \"Service\": \"events.amazonaws.com\" }")))
            .Breaks(RuleNames.UnboundService, "The service acts for any customer of AWS, since no condition names whose resource it acts for.");
        yield return Ordinary.Secret("prod/analytics/ab-testing/experiment-token", Ireland, ServiceToken, "2025-10-14")
            .Under(Of(Allow(Role(Env.Production, "ab-testing"), When("StringLike", "aws:PrincipalArn", "*"))))
            .Breaks(RuleNames.VoidCondition, "The condition compares the principal with *, which every caller matches.");
        yield return Ordinary.Secret("shared/network/wan-controller/api-token", Frankfurt, ServiceToken, "2025-04-15")
            .Under(Of(
                Allow(Role(Env.Shared, "wan-controller")),
                Deny(Everybody, When("StringLike", "aws:UserAgent", "*curl*"))))
            .Breaks(RuleNames.AvoidableDeny, "The Deny looks at the user agent, which the caller writes as it likes.");
        yield return Ordinary.Secret("shared/network/wan-controller/site-key", Frankfurt, EncryptionKey, "2025-04-15")
            .Under(Of(
                Allow(Role(Env.Shared, "wan-controller"), When("IpAddress", "aws:SourceIp", "10.40.0.0/16"))))
            .Breaks(RuleNames.DeadElement, "aws:SourceIp never is a private address: requests from the VPC carry none.");
    }

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("prod/storefront/size-guide/session-token", Frankfurt, ServiceToken, "2025-03-04")
            .Under(Of(Allow(Role(Env.Production, "size-guide"), action: "[\"secretsmanager:GetSecretValue\", \"secretsmanager:Describe*\"]")))
            .Resembles(RuleNames.WildcardAction, "The asterisk ends a name: one operation that only describes.");
        yield return Ordinary.Secret("staging/storefront/size-guide/session-token", Frankfurt, ServiceToken, "2025-02-25")
            .Under(Of(Allow(Role(Env.Staging, "size-guide")), DenyAllBut("\"secretsmanager:DescribeSecret\"", Everybody, When("StringNotEquals", "aws:PrincipalOrgID", Env.Organization))))
            .Resembles(RuleNames.AllowByNotAction, "NotAction in a Deny: it takes rights away.");
        yield return Ordinary.Secret("prod/orders/pallet-tracker/postgres-app", Virginia, DatabaseUser, "2024-12-17")
            .Under(Of(Allow(Aws(Env.Production.Role("AROA-pallet-ops")))))
            .Resembles(RuleNames.DeletedPrincipal, "A role of the account whose name begins like a unique id.");
        yield return Ordinary.Secret("prod/customer/chat-bot/transcript-key", Frankfurt, EncryptionKey, "2025-08-05")
            .Under(Of(Allow("\"Principal\": { \"Service\": \"events.amazonaws.com\" }", When("ArnLike", "aws:SourceArn", $"arn:aws:events:eu-central-1:{Env.Production.Id}:rule/chat-*"))))
            .Resembles(RuleNames.UnboundService, "The service is bound to rules of the company's account.");
        yield return Ordinary.Secret("prod/analytics/ab-testing/assignment-key", Ireland, EncryptionKey, "2025-10-14")
            .Under(Of(Allow(Role(Env.Production, "ab-testing"), When("StringLike", "aws:PrincipalArn", Env.Production.Role("ab-*")))))
            .Resembles(RuleNames.VoidCondition, "The condition's asterisk narrows to roles of one name.");
        yield return Ordinary.Secret("shared/network/wan-controller/radius-secret", Frankfurt, ServiceToken, "2025-04-15")
            .Under(Of(
                Allow(Role(Env.Shared, "wan-controller"), When("IpAddress", "aws:SourceIp", "198.51.100.0/24")),
                Deny(Everybody, When("StringNotEquals", "aws:PrincipalOrgID", Env.Organization))))
            .Resembles(RuleNames.AvoidableDeny, "The Deny looks at the organisation, which AWS writes.")
            .Resembles(RuleNames.DeadElement, "A public address range, of the branch offices.");
    }

    private static string AllowAllBut(string actions, string principal) =>
        $$"""{ "Effect": "Allow", {{principal}}, "NotAction": {{actions}}, "Resource": "*" }""";

    private static string DenyAllBut(string actions, string principal, string condition) =>
        $$"""{ "Effect": "Deny", {{principal}}, "NotAction": {{actions}}, "Resource": "*", "Condition": {{condition}} }""";
}

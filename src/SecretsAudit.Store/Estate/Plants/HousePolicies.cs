using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using static SecretsAudit.Store.Estate.Company.SecretKind;
using static SecretsAudit.Store.Estate.Plants.PolicyText;
using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>
/// Resource policies, keys and readers that no rule which is on minds, and that a house may not want: partners let in by name, many of them, long
/// policies. Partners' accounts are plainly made up.
/// </summary>
internal static class HousePolicies
{
    private const int ManyRoles = 345;
    private const int RatherManyRoles = 330;

    private static readonly string[] Partners = ["100020003000", "100020003001", "100020003002", "100020003003"];

    public static IEnumerable<SecretPlan> All() => [.. Violations(), .. Neighbours()];

    private static IEnumerable<SecretPlan> Violations()
    {
        yield return Ordinary.Secret("prod/orders/freight-exchange/manifest-key", Frankfurt, EncryptionKey, "2025-09-02")
            .Under(Of(Allow(Aws(Account(Partners[0])))))
            .Breaks(HouseRuleNames.OutsideTrust, "The freight partner's account reads it, and is not of the organisation.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/booking-api-key", Frankfurt, PartnerApiKey, "2025-09-02")
            .Under(Of(Allow(Aws([.. Partners.Select(Account)]))))
            .Breaks(HouseRuleNames.TooManyAccounts, "Four accounts of four partners.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/queue-key", Frankfurt, EncryptionKey, "2025-09-02")
            .Under(Of(Allow(Aws(Roles(11)))))
            .Breaks(HouseRuleNames.TooManyPrincipals, "Eleven roles.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/ledger-key", Frankfurt, EncryptionKey, "2025-09-02")
            .Under(Of([.. Roles(11).Select(role => Allow(Aws(role)))]))
            .Breaks(HouseRuleNames.Sprawl, "Eleven statements, one for each worker.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/archive-key", Frankfurt, EncryptionKey, "2025-09-02")
            .Under(Of(Allow(Aws(Roles(ManyRoles)))))
            .Breaks(HouseRuleNames.NearSizeLimit, "More than 18,000 characters: every worker by its name.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/tracking-token", Frankfurt, PartnerApiKey, "2025-09-02")
            .Under(Of(Allow(Role(Env.Production, "freight-exchange"), action: "[\"secretsmanager:GetSecretValue\", \"secretsmanager:PutResourcePolicy\"]")))
            .Breaks(HouseRuleNames.MixedRights, "The role that reads the value may also change who else does.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/customs-token", Frankfurt, PartnerApiKey, "2025-09-02")
            .Breaks(HouseRuleNames.NoRestrictivePolicy, "No policy at all: whoever may read all secrets of the account reads this one.")
            .Breaks(HouseRuleNames.ConditionMissing, "No policy asks for the organisation.");
        yield return Ordinary.Secret("prod/analytics/market-report/panel-key", Frankfurt, EncryptionKey, "2025-10-21").With(new KeyChoice.ArnElsewhere(Shared(), TroubledKeys.Tenants))
            .Breaks(HouseRuleNames.KeyElsewhere, "Under a key of the shared services' account, which its owner can take away.");
        yield return Ordinary.Secret("prod/analytics/market-report/survey-key", Virginia, EncryptionKey, "2025-10-21")
            .Breaks(HouseRuleNames.KeyNotAllowed, "Under a key in the United States.")
            .Breaks(HouseRuleNames.Region, "Kept in the United States.");
        yield return Ordinary.Secret("prod/customer/call-centre/dialler-api-key", Frankfurt, PartnerApiKey, "2025-07-22").Read(210)
            .Breaks(HouseRuleNames.UncachedReads, "Read more than twice a day by one role.");
        yield return Ordinary.Secret("prod/customer/call-centre/recording-key", Frankfurt, EncryptionKey, "2025-07-22").Read(40, "on-call-engineer", "deployment-pipeline")
            .Breaks(HouseRuleNames.TooManyReaders, "Read by its service, the pipeline and the engineer on call.")
            .Breaks(HouseRuleNames.UnknownReader, "Read by the engineer on call, and it is its service's alone.");
    }

    private static IEnumerable<SecretPlan> Neighbours()
    {
        yield return Ordinary.Secret("prod/orders/freight-exchange/dispatch-key", Frankfurt, EncryptionKey, "2025-09-02")
            .Under(Of(Allow(Aws(Account(Env.Staging.Id), Account(Env.Shared.Id)))))
            .Resembles(HouseRuleNames.OutsideTrust, "Two other accounts, both of the company.")
            .Resembles(HouseRuleNames.TooManyAccounts, "Two other accounts.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/pallet-key", Frankfurt, EncryptionKey, "2025-09-02")
            .Under(Of(Allow(Aws(Roles(10)))))
            .Resembles(HouseRuleNames.TooManyPrincipals, "Ten roles, which the limit allows.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/depot-key", Frankfurt, EncryptionKey, "2025-09-02")
            .Under(Of([.. Roles(10).Select(role => Allow(Aws(role)))]))
            .Resembles(HouseRuleNames.Sprawl, "Ten statements, which the limit allows.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/route-key", Frankfurt, EncryptionKey, "2025-09-02")
            .Under(Of(Allow(Aws(Roles(RatherManyRoles)))))
            .Resembles(HouseRuleNames.NearSizeLimit, "Long, and five hundred characters below the limit.");
        yield return Ordinary.Secret("prod/orders/freight-exchange/partner-token", Frankfurt, PartnerApiKey, "2025-09-02")
            .Under(Of(
                Allow(Role(Env.Production, "freight-exchange")),
                Allow(Role(Env.Production, "deployment-pipeline"), action: "[\"secretsmanager:PutSecretValue\", \"secretsmanager:PutResourcePolicy\"]"),
                Deny(Everybody, When("StringNotEquals", "aws:PrincipalOrgID", Env.Organization))))
            .Resembles(HouseRuleNames.MixedRights, "Reading and managing are two statements for two roles.")
            .Resembles(HouseRuleNames.NoRestrictivePolicy, "A Deny for everybody outside of the organisation covers the reading.")
            .Resembles(HouseRuleNames.ConditionMissing, "The Deny asks for the organisation.");
        yield return Ordinary.Secret("prod/analytics/market-report/chart-key", Frankfurt, EncryptionKey, "2025-10-21").With(new KeyChoice.ArnOf(Company.CustomerKeys.General(Env.Production)))
            .Resembles(HouseRuleNames.KeyElsewhere, "The key is named by its ARN, and is the account's own.")
            .Resembles(HouseRuleNames.KeyNotAllowed, "Under a key in Frankfurt.")
            .Resembles(HouseRuleNames.Region, "Kept in Frankfurt.");
        yield return Ordinary.Secret("prod/customer/call-centre/script-api-key", Frankfurt, PartnerApiKey, "2025-07-22").Read(80)
            .Resembles(HouseRuleNames.UncachedReads, "Read less than once a day.");
        yield return Ordinary.Secret("prod/customer/call-centre/queue-key", Frankfurt, EncryptionKey, "2025-07-22").Read(12)
            .Resembles(HouseRuleNames.TooManyReaders, "Read by its service only.")
            .Resembles(HouseRuleNames.UnknownReader, "Read by its service only.");
    }

    private static string Account(string id) => $"arn:aws:iam::{id}:root";

    private static string[] Roles(int count) => [.. Enumerable.Range(1, count).Select(number => Env.Production.Role($"freight-worker-{number:0000}"))];
}

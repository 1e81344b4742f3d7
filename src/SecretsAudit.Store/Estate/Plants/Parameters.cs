using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;
using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>What the company keeps in Parameter Store: configuration mostly, and some secrets that should not be there, or not so.</summary>
internal static class Parameters
{
    private const string AsString = RuleNames.KeptAsString;
    private const string ManagedKey = RuleNames.ParameterManagedKey;
    private const string Text = "String";
    private const string Secure = "SecureString";

    public static IReadOnlyList<ParameterPlan> All { get; } =
    [
        new ParameterPlan(Production(), "/prod/orders/legacy-import/db-password", Text)
            .Breaks(AsString, "A password that everybody who may read parameters can read."),
        new ParameterPlan(Staging(), "/staging/orders/legacy-import/api-token", Text)
            .Breaks(AsString, "A token in plain text: staging's, but it opens the partner's system."),
        new ParameterPlan(Shared(Virginia), "/shared/network/vpn/access-keys", "StringList")
            .Breaks(AsString, "A list of keys in plain text."),
        new ParameterPlan(Production(), "/prod/orders/legacy-import/sftp-password", Secure, CustomerKeys.General(Env.Production))
            .Resembles(AsString, "A password under a customer key.")
            .Resembles(ManagedKey, "Under a customer key."),
        new ParameterPlan(Production(), "/prod/storefront/web-shop/tokenizer-language", Text)
            .Resembles(AsString, "The language of a search index, whose name only begins like a token."),
        new ParameterPlan(Production(), "/prod/customer/accounts-api/secretary-desk-mail", Text)
            .Resembles(AsString, "A mail address: a secretary is no secret."),
        new ParameterPlan(Production(), "/prod/orders/order-service/base-url", Text)
            .Resembles(AsString, "Plain configuration."),
        new ParameterPlan(Production(Virginia), "/prod/finance/invoicing/signing-seed", Secure)
            .Breaks(ManagedKey, "Encrypted without naming a key, which takes AWS's own."),
        new ParameterPlan(Shared(), "/shared/observability/on-call/pager-seed", Secure, "alias/aws/ssm")
            .Breaks(ManagedKey, "The AWS-managed key, named by its alias."),
        new ParameterPlan(Shared(), "/shared/observability/log-shipper/salt", Secure, CustomerKeys.General(Env.Shared))
            .Resembles(ManagedKey, "Under a customer key."),
        new ParameterPlan(Production(), "/prod/orders/freight-exchange/seed", Secure, CustomerKeys.General(Env.Production)) { HasOwner = false }
            .Breaks(HouseRuleNames.ParameterOwner, "No tag names an owner.")
            .Breaks(HouseRuleNames.ParameterAge, "The value of three years ago."),
        new ParameterPlan(Production(), "/prod/orders/freight-exchange/pepper", Secure, CustomerKeys.General(Env.Production)) { IsReplacedToday = true }
            .Resembles(HouseRuleNames.ParameterOwner, "A tag names its owner.")
            .Resembles(HouseRuleNames.ParameterAge, "Replaced this morning."),
        new ParameterPlan(Production(), "/prod/orders/freight-exchange/customs-codes", Text) { IsAdvanced = true, SharedWith = "999911118888" }
            .Breaks(HouseRuleNames.SharedParameter, "Shared with a forwarder's account, which nobody listed.")
            .Resembles(HouseRuleNames.AdvancedParameter, "Shared, which only an advanced parameter can be."),
        new ParameterPlan(Shared(), "/shared/network/address-plan", Text) { IsAdvanced = true, SharedWith = Env.Production.Id }
            .Resembles(HouseRuleNames.SharedParameter, "Shared with another account of the company."),
        new ParameterPlan(Staging(), "/staging/orders/freight-exchange/holiday-calendar", Text) { IsAdvanced = true }
            .Breaks(HouseRuleNames.AdvancedParameter, "Neither shared nor with rules: somebody wanted room for later."),
    ];
}

using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A retention configuration as Config shows it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_RetentionConfiguration.html"/>
internal sealed record WireRetention(string Name, int RetentionPeriodInDays)
{
    public const string Default = "default";

    public static WireRetention Of(RetentionConfiguration retention) => new(retention.Name, retention.Days);

    public static RetentionConfiguration? Find(Call call) =>
        (RetentionConfiguration?)call.State.Find(ScopedRow.IdOf(RowKind.RetentionConfiguration, call.Account, call.Region, Default));

    /// <exception cref="NoSuchRetentionConfigurationException">There is none of that name.</exception>
    public static RetentionConfiguration Require(Call call, string name) =>
        Find(call) is { } retention && name == Default ? retention : throw new NoSuchRetentionConfigurationException(name);
}

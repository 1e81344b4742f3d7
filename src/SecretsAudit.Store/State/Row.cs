using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>What a durable row holds. The numbers are on disk: never reuse one.</summary>
internal enum RowKind : byte
{
    Account = 1,
    Principal = 2,
    AccessKey = 3,
    KmsKey = 4,
    KmsAlias = 5,
    Secret = 6,
    SecretValue = 7,
    Clock = 8,
    LogPosition = 9,
    KmsGrant = 20,
    Parameter = 21,
    ManagedPolicy = 22,
    LambdaFunction = 23,
    ConfigRule = 24,
    ConfigEvaluation = 25,
    EventRule = 26,
    Alarm = 27,
    Trail = 28,
    Bucket = 29,
    ConfigurationRecorder = 50,
    DeliveryChannel = 51,
    ConfigurationAggregator = 52,
    AggregationAuthorization = 53,
    OrganizationConformancePack = 54,
    RetentionConfiguration = 55,
    CustomResource = 56,
    OidcProvider = 57,
    Topic = 58,
    IamGroup = 59,
    InstanceProfile = 60,
    RecordedItem = 61,
    ConformancePack = 62,
    DigestKey = 63,
    SamlProvider = 64,
}

/// <summary>The identity of a row across memory and disk.</summary>
internal readonly record struct RowId(RowKind Kind, string Key);

/// <summary>An immutable piece of state; a change is a new record under the same id.</summary>
internal abstract record Row
{
    [JsonIgnore]
    public abstract RowId Id { get; }
}

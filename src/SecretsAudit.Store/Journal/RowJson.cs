using System.Text.Json.Serialization;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>How rows are written to disk. Members are added, never renamed; a new meaning takes a new format version.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Secret))]
[JsonSerializable(typeof(SealedValue))]
[JsonSerializable(typeof(KmsKey))]
[JsonSerializable(typeof(KmsAlias))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(PrincipalRow))]
[JsonSerializable(typeof(AccessKey))]
[JsonSerializable(typeof(ClockRow))]
[JsonSerializable(typeof(KmsGrant))]
[JsonSerializable(typeof(Bucket))]
[JsonSerializable(typeof(ConfigRule))]
[JsonSerializable(typeof(ConfigEvaluation))]
[JsonSerializable(typeof(LambdaFunction))]
[JsonSerializable(typeof(ManagedPolicy))]
[JsonSerializable(typeof(SessionTicket))]
[JsonSerializable(typeof(Parameter))]
[JsonSerializable(typeof(TrailSettings))]
[JsonSerializable(typeof(RotationSettings))]
[JsonSerializable(typeof(System.Collections.Immutable.ImmutableArray<Replica>))]
[JsonSerializable(typeof(LogPosition))]
[JsonSerializable(typeof(ConfigurationRecorder))]
[JsonSerializable(typeof(DeliveryChannel))]
[JsonSerializable(typeof(ConfigurationAggregator))]
[JsonSerializable(typeof(AggregationAuthorization))]
[JsonSerializable(typeof(OrganizationConformancePack))]
[JsonSerializable(typeof(RetentionConfiguration))]
[JsonSerializable(typeof(CustomResource))]
[JsonSerializable(typeof(OidcProvider))]
[JsonSerializable(typeof(Topic))]
[JsonSerializable(typeof(IamGroup))]
[JsonSerializable(typeof(InstanceProfile))]
[JsonSerializable(typeof(RecordedItem))]
[JsonSerializable(typeof(ConformancePack))]
[JsonSerializable(typeof(DigestKey))]
[JsonSerializable(typeof(SamlProvider))]
[JsonSerializable(typeof(FormatRecord))]
internal sealed partial class RowJson : JsonSerializerContext;

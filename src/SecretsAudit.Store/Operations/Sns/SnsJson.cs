using System.Text.Json.Serialization;

namespace SecretsAudit.Store.Operations.Sns;

/// <summary>The members of the service's requests and answers; the wire carries them as parameters and XML.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 32)]
[JsonSerializable(typeof(CreateTopic.Request), TypeInfoPropertyName = "CreateTopicRequest")]
[JsonSerializable(typeof(CreateTopic.Response), TypeInfoPropertyName = "CreateTopicResponse")]
[JsonSerializable(typeof(DeleteTopic.Request), TypeInfoPropertyName = "DeleteTopicRequest")]
[JsonSerializable(typeof(ListTopics.Request), TypeInfoPropertyName = "ListTopicsRequest")]
[JsonSerializable(typeof(ListTopics.Response), TypeInfoPropertyName = "ListTopicsResponse")]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class SnsJson : JsonSerializerContext;

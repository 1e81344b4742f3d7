using System.Text.Json.Serialization;

namespace SecretsAudit.Store.Operations.S3;

/// <summary>The requests as the trail shows them; S3's own wire has no JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(CreateBucket.Request), TypeInfoPropertyName = "CreateBucketRequest")]
[JsonSerializable(typeof(DeleteBucket.Request), TypeInfoPropertyName = "DeleteBucketRequest")]
[JsonSerializable(typeof(HeadBucket.Request), TypeInfoPropertyName = "HeadBucketRequest")]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class S3Json : JsonSerializerContext;

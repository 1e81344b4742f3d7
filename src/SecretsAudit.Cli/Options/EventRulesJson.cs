using System.Text.Json;
using System.Text.Json.Serialization;

namespace SecretsAudit.Cli.Options;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    RespectNullableAnnotations = true,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(EventRulesDocument))]
internal sealed partial class EventRulesJson : JsonSerializerContext;
